-- RANGE: how far the key is from that of the current row, up and down, with a fraction
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  id INT,
  k STRING,
  n INT,
  d DOUBLE,
  m DECIMAL(10, 2),
  dt DATE,
  tm TIME(0)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = ''
);
CREATE TABLE r (
  id INT,
  a BIGINT,
  b BIGINT,
  c INT,
  d BIGINT,
  e BIGINT,
  f BIGINT,
  g INT,
  h BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, COUNT(*) OVER (ORDER BY n RANGE BETWEEN 1 PRECEDING AND CURRENT ROW),
  COUNT(*) OVER (ORDER BY n DESC RANGE BETWEEN 1 PRECEDING AND 2 FOLLOWING),
  SUM(id) OVER (PARTITION BY k ORDER BY n RANGE BETWEEN 2 PRECEDING AND 2 FOLLOWING),
  COUNT(*) OVER (ORDER BY n RANGE BETWEEN 1.5 PRECEDING AND CURRENT ROW),
  COUNT(*) OVER (ORDER BY m RANGE BETWEEN 0.5 PRECEDING AND 1 FOLLOWING),
  COUNT(*) OVER (ORDER BY d RANGE BETWEEN 0.25 PRECEDING AND CURRENT ROW),
  MAX(id) OVER (ORDER BY n RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING),
  COUNT(*) OVER (ORDER BY k RANGE BETWEEN CURRENT ROW AND CURRENT ROW)
FROM t WHERE id <> 3;
