-- Numbers of other types compare in the common type: as DECIMAL, or the float on the left
CREATE TABLE t (
  i BIGINT,
  d DECIMAL(20,1),
  f DOUBLE,
  g FLOAT,
  h DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a BOOLEAN,
  b BOOLEAN,
  c BOOLEAN,
  e BOOLEAN,
  l BOOLEAN,
  n BOOLEAN,
  k BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT i = d AS a, i = f AS b, g = h AS c, i > d AS e, g < h AS l, d <> f AS n, h = g AS k
FROM t;
