-- aggregate functions with OVER: running, of whole partitions, and of frames that rows leave, which are computed anew
SET 'execution.runtime-mode' = 'batch';
CREATE FUNCTION weighted(v BIGINT, w INT) RETURNS BIGINT LANGUAGE GO AS './udf.Weighted';
CREATE FUNCTION joined(s STRING) RETURNS STRING LANGUAGE GO AS './udf.Joined';
CREATE FUNCTION nulls_seen(v INT, s STRING) RETURNS ARRAY<INT> LANGUAGE GO AS './udf.NullsSeen';
CREATE TABLE r (n INT, k STRING, a BIGINT, b STRING, c STRING, d STRING) WITH ('connector' = 'print');
INSERT INTO r SELECT n, k, weighted(v, n) OVER (PARTITION BY k ORDER BY n), joined(s) OVER (ORDER BY n ROWS 1 PRECEDING),
  joined(s) OVER (PARTITION BY k), CAST(nulls_seen(v, s) OVER (ORDER BY n ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING) AS STRING)
FROM (VALUES (1, 'a', 10, 'x'), (2, 'a', 20, 'y'), (3, 'b', 5, CAST(NULL AS STRING)), (4, 'a', CAST(NULL AS INT), 'z')) AS t (n, k, v, s);
--= [1, a, 10, <x>, <x><y><z>, [2, 1, 3]]
--= [2, a, 16, <x><y>, <x><y><z>, [2, 2, 2]]
--= [3, b, 5, <y>, , [1, 1, 1]]
--= [4, a, 16, <z>, <x><y><z>, [0, 0, 0]]
