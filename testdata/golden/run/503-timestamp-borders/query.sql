-- TIMESTAMP reads and prints years 0001 to 9999
CREATE TABLE t (
  b TIMESTAMP(3),
  d TIMESTAMP(9)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  b TIMESTAMP(3),
  d TIMESTAMP(9),
  s STRING,
  u STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT b, d, CAST(b AS STRING) AS s, CAST(d AS STRING) AS u FROM t;
