-- A string with too many digits fails the job when cast to DECIMAL, unlike other sources
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  d DECIMAL(5, 2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(s AS DECIMAL(5,2)) AS d FROM t;
