-- A string that names no truth value fails the job
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  b BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(s AS BOOLEAN) AS b FROM t;
