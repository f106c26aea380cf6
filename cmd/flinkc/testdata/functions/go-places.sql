-- two calls of one function in a select, calls in calls, in WHERE, in CASE and as an argument of an aggregate
CREATE FUNCTION f_s(v STRING) RETURNS STRING LANGUAGE GO AS './udf.Text';
CREATE FUNCTION F_I4(v INT) RETURNS INT LANGUAGE GO AS './udf.Int32';
CREATE TABLE r (a STRING, b STRING, c INT, d INT) WITH ('connector' = 'print');
CREATE TABLE g (a STRING, b INT, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'g');
CREATE VIEW v AS SELECT * FROM (VALUES (1, 'a'), (2, 'b'), (CAST(NULL AS INT), CAST(NULL AS STRING))) AS t (x, s);
INSERT INTO r SELECT f_s(s), f_s(f_s(s)) || f_s(s), f_i4(f_i4(x)), CASE WHEN x = 1 THEN f_i4(x) WHEN f_i4(x) = 3 THEN f_i4(f_i4(x)) END FROM v;
INSERT INTO g SELECT MAX(f_s(s)), SUM(f_i4(x)), COUNT(DISTINCT f_s(s)) FILTER (WHERE f_i4(x) > 2) FROM v WHERE f_i4(x) IS NULL OR f_s(s) <> 'a';
--= [a!, a!!a!, 3, 2]
--= [b!, b!!b!, 4, 4]
--= [null, null, null, null]
--= g[b!, 5, 1]
