-- the same in batch mode, where each group has one result
SET 'execution.runtime-mode' = 'batch';
CREATE FUNCTION weighted(v BIGINT, w INT) RETURNS BIGINT LANGUAGE GO AS './udf.Weighted';
CREATE FUNCTION longest(s STRING) RETURNS STRING LANGUAGE GO AS './udf.Longest';
CREATE FUNCTION joined(s STRING) RETURNS STRING LANGUAGE GO AS './udf.Joined';
CREATE FUNCTION nulls_seen(v INT, s STRING) RETURNS ARRAY<INT> LANGUAGE GO AS './udf.NullsSeen';
CREATE FUNCTION counter() RETURNS BIGINT LANGUAGE GO AS './udf.RowCount';
CREATE TABLE r (id STRING, k STRING, a BIGINT, b STRING, c BIGINT) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT * FROM (VALUES ('a', 10, 1, 'x'), ('a', 20, 3, 'long'), ('b', 5, 0, CAST(NULL AS STRING)), ('a', CAST(NULL AS INT), 9, 'long'),
  ('b', 6, 2, 'ye'), (CAST(NULL AS STRING), 1, 1, 'ab'), ('b', 6, 2, 'ab')) AS t (k, v, w, s);
INSERT INTO r SELECT 'by key', k, weighted(v, w), longest(s), counter() FROM v GROUP BY k;
INSERT INTO r SELECT 'all', 'all', weighted(v, w), longest(s), counter() FROM v;
INSERT INTO r SELECT 'rows', k, SUM(v), joined(CAST(v AS STRING)), CARDINALITY(nulls_seen(v, s)) FROM v GROUP BY k;
INSERT INTO r SELECT 'array', k, CAST(nulls_seen(v, s)[1] AS BIGINT), CAST(nulls_seen(v, s) AS STRING), COUNT(*) FROM v GROUP BY k;
INSERT INTO r SELECT 'filter', k, weighted(v, w) FILTER (WHERE w > 1), longest(s) FILTER (WHERE s <> 'long'), counter() FILTER (WHERE v > 5) FROM v GROUP BY k;
INSERT INTO r SELECT 'distinct', k, weighted(DISTINCT v, w), joined(DISTINCT s), COUNT(DISTINCT s) FROM v GROUP BY k;
INSERT INTO r SELECT 'having', k, weighted(v, w) * 10, UPPER(longest(s)), MAX(v) FROM v GROUP BY k HAVING counter() > 2 AND longest(s) IS NOT NULL AND k <> 'b';
INSERT INTO r SELECT 'number key', CAST(w AS STRING), weighted(v, w), longest(s), counter() FROM v GROUP BY w HAVING w < 3;
INSERT INTO r SELECT 'two keys', k, weighted(v, w), longest(s), CAST(w AS BIGINT) FROM v GROUP BY k, w HAVING w > 2;
--= [by key, a, 17, long, 3]
--= [by key, b, 6, ab, 3]
--= [by key, null, 1, ab, 1]
--= [all, all, 10, long, 7]
--= [rows, a, 30, <10><20>, 3]
--= [rows, b, 17, <5><6><6>, 3]
--= [rows, null, 1, <1>, 3]
--= [array, a, 3, [3, 1, 5], 3]
--= [array, b, 3, [3, 1, 5], 3]
--= [array, null, 1, [1, 0, 2], 1]
--= [filter, a, 20, x, 2]
--= [filter, b, 6, ab, 2]
--= [filter, null, null, ab, 0]
--= [distinct, a, 17, <x><long>, 2]
--= [distinct, b, 6, <ye><ab>, 2]
--= [distinct, null, 1, <ab>, 1]
--= [having, a, 170, LONG, 20]
--= [number key, 1, 5, ab, 2]
--= [number key, 0, null, null, 1]
--= [number key, 2, 6, ab, 2]
--= [two keys, a, 20, long, 3]
--= [two keys, a, null, long, 9]
