-- TIME columns of csv: ISO forms, cut to the type's precision
CREATE TABLE t (k INT, a TIME, b TIME(1), c TIME(3)) WITH (
  'connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv'
);
CREATE TABLE r (k INT, a TIME, b TIME(1), c TIME(3)) WITH ('connector' = 'print');

INSERT INTO r SELECT * FROM t;
