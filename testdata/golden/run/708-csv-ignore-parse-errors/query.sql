-- Errors ignored: a bad field and missing fields are NULL, a line with more fields is dropped
CREATE TABLE t (
  id INT,
  v INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.ignore-parse-errors' = 'true'
);
CREATE TABLE r (
  id INT,
  v INT,
  s STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
