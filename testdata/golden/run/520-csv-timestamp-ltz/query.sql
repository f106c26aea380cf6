-- TIMESTAMP_LTZ columns of csv end in Z; print shows the instant
CREATE TABLE t (k INT, a TIMESTAMP_LTZ(3), b TIMESTAMP_LTZ(9), c TIMESTAMP WITH LOCAL TIME ZONE) WITH (
  'connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.ignore-parse-errors' = 'true'
);
CREATE TABLE r (k INT, a TIMESTAMP_LTZ(3), b TIMESTAMP_LTZ(9), c TIMESTAMP_LTZ(6)) WITH ('connector' = 'print');

INSERT INTO r SELECT * FROM t;
