-- A string that is no number fails the job when cast to INT
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(s AS INT) AS a FROM t;
