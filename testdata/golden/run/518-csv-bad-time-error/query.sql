-- a TIME of csv must be complete
CREATE TABLE t (a TIME) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv');
CREATE TABLE r (a TIME) WITH ('connector' = 'print');
INSERT INTO r SELECT * FROM t;
