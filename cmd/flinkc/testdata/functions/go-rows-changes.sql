-- rows over a changelog: the function is called again for what is taken back, before and behind aggregations, in both modes of joining
CREATE FUNCTION words(t STRING) RETURNS TABLE (word STRING, letters INT) LANGUAGE GO AS './udf.Words';
CREATE FUNCTION countdown(n INT) RETURNS TABLE (i INT) LANGUAGE GO AS './udf.Countdown';
CREATE TABLE r (id STRING, s STRING, n BIGINT) WITH ('connector' = 'print');
CREATE VIEW c AS SELECT k, CAST(COUNT(*) AS INT) AS n FROM (VALUES ('a'), ('b'), ('a'), ('a'), ('b'), ('c')) AS t (k) GROUP BY k;
INSERT INTO r SELECT 'down', k, i FROM c, LATERAL TABLE(countdown(n));
INSERT INTO r SELECT 'left', k, i FROM c LEFT JOIN LATERAL TABLE(countdown(n - 1)) ON TRUE;
INSERT INTO r SELECT 'counted', CAST(i AS STRING), COUNT(*) FROM c, LATERAL TABLE(countdown(n)) GROUP BY i;
INSERT INTO r SELECT 'words', word, n FROM c, LATERAL TABLE(words(k || ' ' || CAST(n AS STRING)));
--= [down, a, 3]
--= [down, a, 2]
--= [down, a, 1]
--= [down, b, 2]
--= [down, b, 1]
--= [down, c, 1]
--= [left, a, 2]
--= [left, a, 1]
--= [left, b, 1]
--= [left, c, null]
--= [counted, 1, 3]
--= [counted, 2, 2]
--= [counted, 3, 1]
--= [words, a, 3]
--= [words, 3, 3]
--= [words, b, 2]
--= [words, 2, 2]
--= [words, c, 1]
--= [words, 1, 1]
