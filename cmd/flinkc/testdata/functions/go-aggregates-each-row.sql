-- the same when every record is seen downstream: each -U is the row that was given before
SET 'table.exec.mini-batch.enabled' = 'false';
CREATE FUNCTION weighted(v BIGINT, w INT) RETURNS BIGINT LANGUAGE GO AS './udf.Weighted';
CREATE FUNCTION joined(s STRING) RETURNS STRING LANGUAGE GO AS './udf.Joined';
CREATE TABLE r (id STRING, k STRING, a BIGINT, b STRING) WITH ('connector' = 'print');
CREATE VIEW c AS SELECT k, COUNT(*) AS n FROM (VALUES ('a'), ('b'), ('a'), ('a'), ('b'), ('c')) AS t (k) GROUP BY k;
INSERT INTO r SELECT 'by count', CAST(n AS STRING), weighted(n, 2), joined(CAST(n AS STRING)) FROM c GROUP BY n;
INSERT INTO r SELECT 'all', '', weighted(n * 100, 1), joined('x') FROM c;
INSERT INTO r SELECT 'distinct', '', weighted(DISTINCT n, 1), joined(DISTINCT 'x') FROM c;
INSERT INTO r SELECT 'filter', '', weighted(n, 1) FILTER (WHERE n > 1), joined('x') FILTER (WHERE n > 9) FROM c;
--= [by count, 3, 3, <3>]
--= [by count, 2, 2, <2>]
--= [by count, 1, 1, <1>]
--= [all, , 200, <x><x><x>]
--= [distinct, , 2, <x>]
--= [filter, , 2, ]
