-- DECIMAL / has scale max(6, s1 + p2 + 1) and rounds half up
CREATE TABLE t (
  a DECIMAL(4,2),
  b DECIMAL(3,2),
  c INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  q DECIMAL(10, 6),
  i DECIMAL(15, 13),
  j DECIMAL(18, 6),
  k DECIMAL(18, 6),
  l DECIMAL(9, 6)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a / b AS q, a / c AS i, c / a AS j, 1 / a AS k, a / 3.0 AS l FROM t;
