-- DECIMAL * adds precisions plus one and scales; literals count with their digits
CREATE TABLE t (
  a DECIMAL(10,2),
  b DECIMAL(6,4),
  c BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  p DECIMAL(17, 6),
  q DECIMAL(24, 3),
  s DECIMAL(13, 3),
  u DECIMAL(32, 6)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a * b AS p, 0.908 * c AS q, a * 1.0 AS s, a * a * a AS u FROM t;
