-- An empty line of a file is a record: with errors ignored an empty string and NULLs
CREATE TABLE t (
  s STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.ignore-parse-errors' = 'true'
);
CREATE TABLE r (
  s STRING,
  v INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
