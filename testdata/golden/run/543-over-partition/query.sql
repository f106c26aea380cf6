-- Without an order a frame is the whole partition, and without PARTITION BY all rows
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
  c BIGINT,
  s INT,
  a DOUBLE,
  mi DECIMAL(10, 2),
  ma STRING,
  lo DATE,
  hi TIME(0)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, COUNT(*) OVER (PARTITION BY k), SUM(n) OVER (PARTITION BY k), AVG(CAST(n AS DOUBLE)) OVER (PARTITION BY k),
  MIN(m) OVER (PARTITION BY k), MAX(k) OVER (), MIN(dt) OVER (PARTITION BY k), MAX(tm) OVER ()
FROM t;
