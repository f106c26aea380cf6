-- FLOAT to DOUBLE widens the binary value, DOUBLE to FLOAT rounds and overflows to Infinity
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
  a DOUBLE,
  b FLOAT,
  c STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(f AS DOUBLE) AS a, CAST(d AS FLOAT) AS b, CAST(d AS STRING) AS c FROM t;
