-- A string to DATE takes yyyy, yyyy-M, yyyy-M-d and ignores a time behind a blank
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  d DATE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, TRY_CAST(s AS DATE) AS d FROM t;
