-- which functions see NULL, and which results are NULL
CREATE FUNCTION nulls(a INT, b STRING, c TIMESTAMP(3)) RETURNS BIGINT LANGUAGE GO AS './udf.Nulls';
CREATE FUNCTION mixed(a INT, b INT) RETURNS INT LANGUAGE GO AS './udf.Mixed';
CREATE FUNCTION even(v INT) RETURNS INT LANGUAGE GO AS './udf.Even';
CREATE FUNCTION halve(v INT) RETURNS INT LANGUAGE GO AS './udf.Halve';
CREATE TABLE r (id INT, a BIGINT, b INT, c INT, d INT, e INT, f INT) WITH ('connector' = 'print');
INSERT INTO r SELECT id, nulls(x, s, t), mixed(x, y), even(x), halve(x), halve(halve(x)), even(y) + mixed(1, halve(y))
FROM (VALUES (1, 8, 3, 's', TIMESTAMP '2024-01-01 00:00:00.000'),
  (2, 7, CAST(NULL AS INT), CAST(NULL AS STRING), CAST(NULL AS TIMESTAMP(3))),
  (3, CAST(NULL AS INT), 4, 's', CAST(NULL AS TIMESTAMP(3)))) AS t (id, x, y, s, t);
--= [1, 0, 11, 8, 4, 2, null]
--= [2, 2, -7, null, null, null, null]
--= [3, 2, null, null, null, null, 7]
