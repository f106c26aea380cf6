-- ON ERROR NULL: errors and panics are NULL, for every form of result; the function is lazy in CASE
CREATE FUNCTION risky(v INT) RETURNS INT LANGUAGE GO ON ERROR NULL AS './udf.Risky';
CREATE FUNCTION risky_p(v INT) RETURNS INT LANGUAGE GO ON ERROR NULL AS './udf.RiskyPointer';
CREATE FUNCTION first_byte(v STRING) RETURNS STRING LANGUAGE GO ON ERROR NULL AS './udf.First';
CREATE FUNCTION fatal(v INT) RETURNS INT LANGUAGE GO AS './udf.Risky';
CREATE TABLE r (x INT, a INT, b INT, c STRING, d INT, e STRING) WITH ('connector' = 'print');
INSERT INTO r SELECT x, risky(x), risky_p(x), first_byte(s), CASE WHEN x < 3 THEN fatal(x) ELSE 0 END,
  CASE WHEN risky(x) IS NULL THEN 'no' WHEN risky(x) > 15 AND risky_p(x) IS NULL THEN 'half' ELSE 'yes' END
FROM (VALUES (1, 'a'), (2, ''), (3, 'c'), (4, 'd'), (CAST(NULL AS INT), CAST(NULL AS STRING))) AS t (x, s);
--= [1, 10, 10, a, 10, yes]
--= [2, 20, null, null, 20, half]
--= [3, null, null, c, 0, no]
--= [4, null, null, d, 0, no]
--= [null, null, null, null, 0, no]
