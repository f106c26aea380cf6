-- csv has no form for a MAP
CREATE TABLE t (id INT, m MAP<STRING, INT>) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv');
CREATE TABLE o WITH ('connector' = 'print') AS SELECT * FROM t;
