-- ROUND rounds half away from zero; n may be negative; the DECIMAL scale follows n
CREATE TABLE t (
  d DOUBLE,
  m DECIMAL(6,3),
  i INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a DOUBLE,
  b DOUBLE,
  c DECIMAL(4, 0),
  e DECIMAL(6, 2),
  f DECIMAL(4, 0),
  g INT,
  h DECIMAL(6, 3),
  k INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT ROUND(d) AS a, ROUND(d, 2) AS b, ROUND(m) AS c, ROUND(m, 2) AS e, ROUND(m, -1) AS f,
  ROUND(i, -1) AS g, ROUND(m, 5) AS h, ROUND(i, -2) AS k
FROM t;
