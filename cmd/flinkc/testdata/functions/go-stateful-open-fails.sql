-- a function that cannot be opened ends the program before the first row; those opened before are closed
CREATE FUNCTION counting(v BIGINT) RETURNS BIGINT LANGUAGE GO AS './udf.Counting';
CREATE FUNCTION stubborn(v BIGINT) RETURNS BIGINT LANGUAGE GO AS './udf.Stubborn';
CREATE TABLE r (a BIGINT, b BIGINT) WITH ('connector' = 'print');
INSERT INTO r SELECT counting(x), stubborn(x) FROM (VALUES (CAST(1 AS BIGINT))) AS t (x);
--! no door
--! stubborn
