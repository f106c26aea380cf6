-- DECIMAL + and - take the greater scale and one more digit
CREATE TABLE t (
  a DECIMAL(4,2),
  b DECIMAL(5,4),
  c TINYINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s DECIMAL(7, 4),
  d DECIMAL(7, 4),
  i DECIMAL(6, 2),
  j DECIMAL(8, 4),
  k DECIMAL(5, 2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a + b AS s, a - b AS d, a + c AS i, c - b AS j, a + a AS k FROM t;
