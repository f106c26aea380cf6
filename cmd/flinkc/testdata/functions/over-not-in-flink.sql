-- OVER where Flink 1.20 fails, has no such clause, or computes something else: QUALIFY, RANGE of a TIMESTAMP, keys that
-- are NaN, infinite or far apart, functions of several kinds in one window, a window with ROWS that goes on from another,
-- two keys with RANGE. The texts of a MAX over 220 rows are moved together.
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (id INT, k STRING, d DOUBLE, b BIGINT, ts TIMESTAMP(3)) WITH (
  'connector' = 'filesystem', 'path' = '${HERE}/in/over', 'format' = 'csv', 'csv.null-literal' = '');
CREATE TABLE r (name STRING, id INT, v STRING) WITH ('connector' = 'print');
CREATE TABLE c (name STRING, n BIGINT, x BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'c');

INSERT INTO r SELECT 'qualify', id, CAST(ROW_NUMBER() OVER w AS STRING) FROM t WINDOW w AS (PARTITION BY k ORDER BY id DESC)
  QUALIFY ROW_NUMBER() OVER w = 1 AND k IS NOT NULL;
INSERT INTO r SELECT 'timestamp', id, CAST(COUNT(*) OVER (ORDER BY ts RANGE BETWEEN INTERVAL '1' SECOND PRECEDING AND CURRENT ROW) AS STRING) FROM t;
INSERT INTO r SELECT 'ltz', id, CAST(COUNT(*) OVER (ORDER BY CAST(ts AS TIMESTAMP_LTZ(3)) DESC RANGE BETWEEN CURRENT ROW AND INTERVAL '1' SECOND FOLLOWING) AS STRING) FROM t;
INSERT INTO r SELECT 'double', id, CAST(COUNT(*) OVER (ORDER BY d RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS STRING) FROM t;
INSERT INTO r SELECT 'bigint', id, CAST(COUNT(*) OVER (ORDER BY b RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS STRING) FROM t;
INSERT INTO r SELECT 'kinds', id, CAST(LAG(id) OVER w AS STRING) || ' ' || CAST(LEAD(id, 2, -1) OVER w AS STRING) || ' ' ||
  CAST(SUM(id) OVER w AS STRING) || ' ' || CAST(CUME_DIST() OVER w AS STRING) FROM t WINDOW w AS (ORDER BY id);
INSERT INTO r SELECT 'rows', id, CAST(SUM(id) OVER (w ROWS 1 PRECEDING) AS STRING) FROM t WINDOW w AS (ORDER BY id);
INSERT INTO r SELECT 'keys', id, CAST(SUM(id) OVER (ORDER BY k, d RANGE BETWEEN CURRENT ROW AND CURRENT ROW) AS STRING) FROM t;
INSERT INTO r FROM t |> EXTEND RANK() OVER (ORDER BY k DESC) AS n |> WHERE n <= 2 |> SELECT 'pipe', id, CAST(n AS STRING);
INSERT INTO c SELECT 'nothing', COUNT(*), MAX(x) FROM (SELECT SUM(id) OVER (PARTITION BY k) AS x FROM t WHERE id < 0);
INSERT INTO c SELECT 'texts', COUNT(*), SUM(CHAR_LENGTH(x)) FROM (SELECT MAX(REPEAT(k, 30000 * id) || CAST(i AS STRING)) OVER (ORDER BY id, i) AS x
  FROM t CROSS JOIN UNNEST(ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
    26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55]) AS u (i) WHERE k IS NOT NULL);
--= [qualify, 2, 1]
--= [qualify, 5, 1]
--= [timestamp, 1, 1]
--= [timestamp, 2, 2]
--= [timestamp, 3, 2]
--= [timestamp, 4, 2]
--= [timestamp, 5, 1]
--= [ltz, 1, 1]
--= [ltz, 2, 2]
--= [ltz, 3, 2]
--= [ltz, 4, 2]
--= [ltz, 5, 1]
--= [double, 1, 2]
--= [double, 2, 2]
--= [double, 3, 1]
--= [double, 4, 2]
--= [double, 5, 2]
--= [bigint, 1, 2]
--= [bigint, 2, 1]
--= [bigint, 3, 2]
--= [bigint, 4, 1]
--= [bigint, 5, 1]
--= [kinds, 1, null]
--= [kinds, 2, 1 4 3 0.4]
--= [kinds, 3, 2 5 6 0.6]
--= [kinds, 4, 3 -1 10 0.8]
--= [kinds, 5, 4 -1 15 1.0]
--= [rows, 1, 1]
--= [rows, 2, 3]
--= [rows, 3, 5]
--= [rows, 4, 7]
--= [rows, 5, 9]
--= [keys, 1, 1]
--= [keys, 2, 2]
--= [keys, 3, 3]
--= [keys, 4, 4]
--= [keys, 5, 5]
--= [pipe, 3, 1]
--= [pipe, 5, 1]
--= c[nothing, 0, null]
--= c[texts, 220, 18150220]
