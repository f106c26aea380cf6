-- A string that is no date fails the job
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  d DATE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(s AS DATE) AS d FROM t;
