-- FLOAT with an integer is FLOAT; of FLOAT and DOUBLE the left operand gives the type
CREATE TABLE t (
  i BIGINT,
  f FLOAT,
  d DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a FLOAT,
  b FLOAT,
  h DOUBLE,
  c DOUBLE,
  e FLOAT,
  g DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT i + f AS a, f + d AS b, d + f AS h, i * d AS c, f * 10 AS e, d * 10 AS g
FROM t;
