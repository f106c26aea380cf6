-- csv.array-element-delimiter stands between elements, when read and when written; a NULL literal inside
CREATE TABLE t (id INT, a ARRAY<INT>, s ARRAY<STRING>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.array-element-delimiter' = '|', 'csv.null-literal' = 'n/a', 'csv.ignore-parse-errors' = 'true');
CREATE TABLE o WITH ('connector' = 'print') AS SELECT * FROM t;
CREATE TABLE p WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/p', 'format' = 'csv', 'csv.array-element-delimiter' = '|', 'csv.null-literal' = 'n/a') AS SELECT * FROM t;
CREATE TABLE q WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/q', 'format' = 'csv', 'csv.disable-quote-character' = 'true') AS
SELECT id, ARRAY[id, 7] AS a, ROW(id, 'x') AS r, s FROM t;
