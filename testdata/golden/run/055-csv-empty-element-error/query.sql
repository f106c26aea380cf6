-- an empty element is no INT
CREATE TABLE t (id INT, a ARRAY<INT>) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv');
CREATE TABLE o WITH ('connector' = 'print') AS SELECT * FROM t;
