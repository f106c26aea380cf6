-- DECIMAL with FLOAT or DOUBLE is DOUBLE
CREATE TABLE t (
  a DECIMAL(4,2),
  f FLOAT,
  d DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  x DOUBLE,
  y DOUBLE,
  z DOUBLE,
  w FLOAT,
  v FLOAT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a + d AS x, a * f AS y, d / a AS z, f + f AS w, f * d AS v FROM t;
