-- csv.ignore-parse-errors inside of ARRAY and ROW; what is written long is quoted
CREATE TABLE t (id INT, a ARRAY<INT>, s ARRAY<STRING>, r ROW<x INT, y STRING, z DECIMAL(4, 1)>, last_ STRING)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.ignore-parse-errors' = 'true');
CREATE TABLE o WITH ('connector' = 'print') AS SELECT * FROM t;
CREATE TABLE p WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/p', 'format' = 'csv') AS
SELECT id, ARRAY[id, 1000000000, 1000000000, 1000000000] AS a, s, r, ARRAY[CAST(id AS DOUBLE)] AS d, ARRAY[id > 2, NULL] AS b, ARRAY[DATE '2020-01-02'] AS dt,
  ARRAY[X'6162'] AS by_, ARRAY[CAST(100000 AS DECIMAL(10, 2))] AS dec_ FROM t;
