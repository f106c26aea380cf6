-- FLOOR and CEIL keep DOUBLE and integers, DECIMAL(p,s) loses its scale
CREATE TABLE t (
  d DOUBLE,
  m DECIMAL(6,2),
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
  c DECIMAL(6, 0),
  e DECIMAL(6, 0),
  f INT,
  g INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT FLOOR(d) AS a, CEIL(d) AS b, FLOOR(m) AS c, CEIL(m) AS e, FLOOR(i) AS f, CEILING(i) AS g
FROM t;
