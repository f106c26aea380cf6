-- csv: an ARRAY is its elements with ; between, a ROW its fields; read and written
CREATE TABLE t (id INT, a ARRAY<INT>, s ARRAY<STRING>, r ROW<x INT, y STRING>, d ARRAY<DECIMAL(5, 2)>, ts ARRAY<TIMESTAMP(3)>, b ARRAY<BOOLEAN>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv');
CREATE TABLE o WITH ('connector' = 'print') AS SELECT * FROM t;
CREATE TABLE p WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/p', 'format' = 'csv') AS SELECT * FROM t;
