-- a table function with state, whose sequence is made once; two calls of it have rows of their own
CREATE FUNCTION numbered(n BIGINT) RETURNS TABLE (`call` BIGINT, n BIGINT) LANGUAGE GO AS './udf.Numbered';
CREATE TABLE r (a BIGINT, b BIGINT, c BIGINT) WITH ('connector' = 'print');
INSERT INTO r SELECT x.`call`, y.`call`, y.n FROM (VALUES (CAST(2 AS BIGINT))) AS t (k), LATERAL TABLE(numbered(k)) AS x, LATERAL TABLE(numbered(x.n + 1)) AS y;
--= [1, 2, 0]
--= [1, 3, 0]
--= [1, 3, 1]
