-- a ROW with too few fields
CREATE TABLE t (id INT, r ROW<x INT, y INT>) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv');
CREATE TABLE o WITH ('connector' = 'print') AS SELECT * FROM t;
