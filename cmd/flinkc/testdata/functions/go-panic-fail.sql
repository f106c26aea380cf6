-- a panic ends the program with the place in the script, and every instance that was opened is closed
CREATE FUNCTION risky(v INT) RETURNS INT LANGUAGE GO AS './udf.Risky';
CREATE FUNCTION counting(v BIGINT) RETURNS BIGINT LANGUAGE GO AS './udf.Counting';
CREATE TABLE r (a INT, b BIGINT) WITH ('connector' = 'print');
INSERT INTO r SELECT
  risky(x), counting(CAST(x AS BIGINT)) FROM (VALUES (1), (4)) AS t (x);
--! four breaks it
--! query.sql:6
