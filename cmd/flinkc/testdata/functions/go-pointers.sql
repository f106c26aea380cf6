-- pointers to types that are converted: nil is NULL, times are cut, decimals rounded, and NULL when they do not fit
CREATE FUNCTION f_day(v INT) RETURNS DATE LANGUAGE GO AS './udf.TimeAt';
CREATE FUNCTION f_at(v INT) RETURNS TIMESTAMP(3) LANGUAGE GO AS './udf.TimeAt';
CREATE FUNCTION f_at9(v INT) RETURNS TIMESTAMP(9) LANGUAGE GO AS './udf.TimeAt';
CREATE FUNCTION f_own(v INT) RETURNS TIMESTAMP(6) LANGUAGE GO AS './udf.OwnTimeAt';
CREATE FUNCTION f_dec(v INT) RETURNS DECIMAL(12, 1) LANGUAGE GO AS './udf.DecAt';
CREATE FUNCTION f_small(v INT) RETURNS DECIMAL(3, 1) LANGUAGE GO AS './udf.DecAt';
CREATE FUNCTION f_text(v INT) RETURNS STRING LANGUAGE GO AS './udf.TextAt';
CREATE FUNCTION risky_at(v INT) RETURNS TIMESTAMP(3) ON ERROR NULL LANGUAGE GO AS './udf.RiskyTime';
CREATE FUNCTION risky_dec(v INT) RETURNS DECIMAL(12, 1) ON ERROR NULL LANGUAGE GO AS './udf.RiskyDec';
CREATE FUNCTION skipped(v INT) RETURNS DECIMAL(12, 1) ON ERROR SKIP ROW LANGUAGE GO AS './udf.RiskyDec';
CREATE TABLE r (id INT, a DATE, b TIMESTAMP(3), c TIMESTAMP(9), d TIMESTAMP(6), e DECIMAL(12, 1), f DECIMAL(3, 1), g STRING, h INT)
WITH ('connector' = 'print', 'print-identifier' = 'r');
CREATE TABLE q (id INT, a TIMESTAMP(3), b DECIMAL(12, 1), c BOOLEAN) WITH ('connector' = 'print', 'print-identifier' = 'q');
CREATE TABLE s (id INT, a DECIMAL(12, 1)) WITH ('connector' = 'print', 'print-identifier' = 's');
CREATE TABLE n (e DECIMAL(12, 1), n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'n');
CREATE VIEW t AS SELECT id, v FROM (VALUES (1, 1), (2, 10), (3, 0), (4, CAST(NULL AS INT)), (5, 3), (6, 4)) AS t (id, v);
INSERT INTO r SELECT id, f_day(v), f_at(v), f_at9(v), f_own(v), f_dec(v), f_small(v), f_text(v), CHAR_LENGTH(f_text(v)) FROM t WHERE id < 5;
INSERT INTO q SELECT id, risky_at(v), risky_dec(v), f_at(v) < f_at(2) FROM t;
INSERT INTO s SELECT id, skipped(v) FROM t;
INSERT INTO n SELECT f_dec(v), COUNT(*) FROM t GROUP BY f_dec(v);
--= r[1, 2024-02-29, 2024-02-29T23:59:59.987, 2024-02-29T23:59:59.987654321, 1970-01-01T00:00:00.001, 10.1, 10.1, x, 1]
--= r[2, 2024-03-09, 2024-03-09T23:59:59.987, 2024-03-09T23:59:59.987654321, 1970-01-01T00:00:00.010, 100.1, null, xxxxxxxxxx, 10]
--= r[3, null, null, null, null, null, null, null, null]
--= r[4, null, null, null, null, null, null, null, null]
--= q[1, 2024-02-29T23:59:59.987, 10.1, true]
--= q[2, 2024-03-09T23:59:59.987, 100.1, false]
--= q[3, null, null, null]
--= q[4, null, null, null]
--= q[5, null, null, false]
--= q[6, null, null, false]
--= s[1, 10.1]
--= s[2, 100.1]
--= s[3, null]
--= s[4, null]
--= n[10.1, 1]
--= n[100.1, 1]
--= n[30.1, 1]
--= n[40.1, 1]
--= n[null, 2]
