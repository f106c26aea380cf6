-- A string that is no number fails the job when cast to DECIMAL
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  d DECIMAL(10, 2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(s AS DECIMAL(10,2)) AS d FROM t;
