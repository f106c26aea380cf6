-- A string to DOUBLE or FLOAT takes Java's forms, trimmed
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
  d DOUBLE,
  f FLOAT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, TRY_CAST(s AS DOUBLE) AS d, TRY_CAST(s AS FLOAT) AS f FROM t;
