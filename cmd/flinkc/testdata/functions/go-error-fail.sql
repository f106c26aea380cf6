-- without ON ERROR an error ends the program, and says which function, why, and where in the script
CREATE FUNCTION risky(v INT) RETURNS INT LANGUAGE GO AS './udf.Risky';
CREATE TABLE r (a INT) WITH ('connector' = 'print');
INSERT INTO r SELECT
  risky(x) FROM (VALUES (1), (3)) AS t (x);
--! three is too much
--! query.sql:5
