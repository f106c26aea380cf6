-- CAST of a TIMESTAMP(p) to STRING pads the fraction to p digits
CREATE TABLE t (
  a TIMESTAMP(0),
  b TIMESTAMP(3),
  c TIMESTAMP(9)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a STRING,
  b STRING,
  c STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(a AS STRING) AS a, CAST(b AS STRING) AS b, CAST(c AS STRING) AS c FROM t;
