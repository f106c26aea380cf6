-- a table function that fails before or between its rows: ON ERROR NULL gives none of them, ON ERROR SKIP ROW drops the row in front, also of a LEFT JOIN
CREATE FUNCTION countdown_n(n INT) RETURNS TABLE (i INT) LANGUAGE GO AS './udf.Countdown' ON ERROR NULL;
CREATE FUNCTION countdown_s(n INT) RETURNS TABLE (i INT) LANGUAGE GO AS './udf.Countdown' ON ERROR SKIP ROW;
CREATE FUNCTION checked_n(n INT) RETURNS TABLE (i INT NOT NULL) LANGUAGE GO AS './udf.Checked' ON ERROR NULL;
CREATE FUNCTION checked_s(n INT) RETURNS TABLE (i INT) LANGUAGE GO AS './udf.Checked' ON ERROR SKIP ROW;
CREATE TABLE r (id STRING, n INT, i INT) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT * FROM (VALUES (2), (13), (5), (0), (1)) AS t (n);
INSERT INTO r SELECT 'null', n, i FROM v, LATERAL TABLE(countdown_n(n));
INSERT INTO r SELECT 'null left', n, i FROM v LEFT JOIN LATERAL TABLE(countdown_n(n)) ON TRUE;
INSERT INTO r SELECT 'skip', n, i FROM v, LATERAL TABLE(countdown_s(n));
INSERT INTO r SELECT 'skip left', n, i FROM v LEFT JOIN LATERAL TABLE(countdown_s(n)) ON TRUE;
INSERT INTO r SELECT 'before', n, i FROM v LEFT JOIN LATERAL TABLE(checked_n(n)) ON TRUE WHERE n > 1;
INSERT INTO r SELECT 'before skip', n, i FROM v LEFT JOIN LATERAL TABLE(checked_s(n)) ON TRUE WHERE n > 1;
--= [null, 2, 2]
--= [null, 2, 1]
--= [null, 1, 1]
--= [null left, 2, 2]
--= [null left, 2, 1]
--= [null left, 13, null]
--= [null left, 5, null]
--= [null left, 0, null]
--= [null left, 1, 1]
--= [skip, 2, 2]
--= [skip, 2, 1]
--= [skip, 1, 1]
--= [skip left, 2, 2]
--= [skip left, 2, 1]
--= [skip left, 0, null]
--= [skip left, 1, 1]
--= [before, 2, 2]
--= [before, 2, 4]
--= [before, 13, null]
--= [before, 5, 5]
--= [before, 5, 10]
--= [before skip, 2, 2]
--= [before skip, 2, 4]
--= [before skip, 5, 5]
--= [before skip, 5, 10]
