-- runs last: every instance that the programs before opened was closed, those of failed programs too
CREATE FUNCTION balance(v INT) RETURNS BIGINT LANGUAGE GO NOT DETERMINISTIC AS './udf.Balance';
CREATE TABLE r (a BIGINT) WITH ('connector' = 'print');
INSERT INTO r SELECT balance(x) FROM (VALUES (1)) AS t (x);
--= [0]
