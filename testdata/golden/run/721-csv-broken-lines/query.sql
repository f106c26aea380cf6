-- Broken access log lines with errors ignored: text keeps its blanks, numbers that fail are NULL
CREATE TABLE t (
  uuid STRING,
  ip STRING,
  took BIGINT,
  size BIGINT,
  uri STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.ignore-parse-errors' = 'true'
);
CREATE TABLE r (
  uuid STRING,
  ip STRING,
  took BIGINT,
  size BIGINT,
  uri STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
