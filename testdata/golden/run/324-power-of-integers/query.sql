-- POWER and SQRT of INT and DECIMAL arguments are computed in DOUBLE
CREATE TABLE t (
  a INT,
  b INT,
  d DECIMAL(4,2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  p DOUBLE,
  q DOUBLE,
  s DOUBLE,
  u DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT POWER(a, b) AS p, POWER(a, d) AS q, SQRT(a) AS s, POWER(d, 2) AS u FROM t;
