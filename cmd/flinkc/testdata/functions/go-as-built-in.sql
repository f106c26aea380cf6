-- functions in Go beside the built-in ones that do the same, over rows that are updated, each of them seen downstream
SET 'table.exec.mini-batch.enabled' = 'false';
CREATE FUNCTION words(t STRING) RETURNS TABLE (word STRING, letters INT) LANGUAGE GO AS './udf.Words';
CREATE FUNCTION weighted(v BIGINT, w INT) RETURNS BIGINT LANGUAGE GO AS './udf.Weighted';
CREATE TABLE r (id STRING, word STRING, n BIGINT, mean BIGINT) WITH ('connector' = 'print');
CREATE VIEW c AS SELECT k, COUNT(*) AS n FROM (VALUES ('a'), ('b'), ('a'), ('a'), ('b'), ('c'), ('3')) AS t (k) GROUP BY k;
INSERT INTO r SELECT 'go', word, COUNT(*), weighted(n, 1) FROM c, LATERAL TABLE(words(k || ' ' || CAST(n AS STRING))) GROUP BY word;
INSERT INTO r SELECT 'built in', word, COUNT(*), AVG(n) FROM c, UNNEST(ARRAY[k, CAST(n AS STRING)]) AS u (word) GROUP BY word;
--= [go, a, 1, 3]
--= [go, b, 1, 2]
--= [go, c, 1, 1]
--= [go, 3, 2, 2]
--= [go, 2, 1, 2]
--= [go, 1, 2, 1]
--= [built in, a, 1, 3]
--= [built in, b, 1, 2]
--= [built in, c, 1, 1]
--= [built in, 3, 2, 2]
--= [built in, 2, 1, 2]
--= [built in, 1, 2, 1]
