-- an instance a lane: each call of the lane sees the same instance, and the sums of all lanes are complete
CREATE FUNCTION counting(v BIGINT) RETURNS BIGINT LANGUAGE GO NOT DETERMINISTIC AS './udf.Counting';
CREATE TABLE d (k BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '1000', 'fields.k.kind' = 'sequence',
  'fields.k.start' = '1', 'fields.k.end' = '1000');
CREATE TABLE r (id STRING, a BIGINT) WITH ('connector' = 'print');
INSERT INTO r SELECT 'one lane', MAX(counting(x)) FROM (VALUES (CAST(1 AS BIGINT)), (2), (3)) AS t (x);
INSERT INTO r SELECT 'positive', COUNT(*) FROM d WHERE counting(k) > 0;
--= [one lane, 6]
--= [positive, 1000]
