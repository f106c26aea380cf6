-- FLOAT and DOUBLE print as Java does: 1.0E10, 1.0E-4, 0.001, 100000.0, NaN, Infinity
CREATE TABLE t (
  f FLOAT,
  d DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  f FLOAT,
  d DOUBLE,
  sf STRING,
  sd STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT f, d, CAST(f AS STRING) AS sf, CAST(d AS STRING) AS sd FROM t;
