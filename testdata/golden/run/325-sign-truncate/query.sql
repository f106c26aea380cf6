-- SIGN and TRUNCATE keep the type; TRUNCATE cuts toward zero
CREATE TABLE t (
  i INT,
  m DECIMAL(5,2),
  d DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a INT,
  b DECIMAL(5, 2),
  c DOUBLE,
  e DECIMAL(5, 1),
  f DOUBLE,
  g INT,
  h DECIMAL(4, 0)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT SIGN(i) AS a, SIGN(m) AS b, SIGN(d) AS c, TRUNCATE(m, 1) AS e, TRUNCATE(d, 1) AS f,
  TRUNCATE(i, -1) AS g, TRUNCATE(m) AS h
FROM t;
