-- Columns of intervals in queries and views: keys, DISTINCT, arithmetic, comparison, collections.
CREATE VIEW v AS
SELECT id, d * id AS d, INTERVAL '1' MONTH * id AS m, TIMESTAMP '2020-01-31 00:00:00' AS t
FROM (VALUES (1, INTERVAL '1' DAY), (2, INTERVAL '12' HOUR), (3, CAST(NULL AS INTERVAL DAY)), (1, INTERVAL '24' HOUR)) AS x (id, d);
CREATE TABLE o (d STRING, m STRING, t STRING, less BOOLEAN) WITH ('connector' = 'print', 'print-identifier' = 'rows');
CREATE TABLE g (d STRING, n BIGINT, f STRING) WITH ('connector' = 'print', 'print-identifier' = 'groups');
CREATE TABLE c (n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'count');
CREATE TABLE a (a STRING) WITH ('connector' = 'print', 'print-identifier' = 'arrays');
INSERT INTO o SELECT CAST(d AS STRING), CAST(m AS STRING), CAST(t + d + m AS STRING), d < INTERVAL '30' HOUR FROM v;
INSERT INTO g SELECT CAST(d AS STRING), n, CAST(f AS STRING) FROM (SELECT d, COUNT(*) AS n, COUNT(m) AS f FROM v GROUP BY d) AS x;
INSERT INTO c SELECT COUNT(DISTINCT m) FROM v;
INSERT INTO a SELECT CAST(ARRAY[d, d + d] AS STRING) FROM v WHERE id = 1 OR id = 3;
--= rows[+1 00:00:00.000, +0-01, 2020-03-01 00:00:00, true]
--= rows[+1 00:00:00.000, +0-02, 2020-04-01 00:00:00, true]
--= rows[null, +0-03, null, null]
--= rows[+1 00:00:00.000, +0-01, 2020-03-01 00:00:00, true]
--= groups[+1 00:00:00.000, 3, 3]
--= groups[null, 1, 1]
--= count[3]
--= arrays[[+1 00:00:00.000, +2 00:00:00.000]]
--= arrays[[NULL, NULL]]
--= arrays[[+1 00:00:00.000, +2 00:00:00.000]]
