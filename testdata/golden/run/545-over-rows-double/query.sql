-- Sums of DOUBLE are computed from the first row of each frame on
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
  a DOUBLE,
  b DOUBLE,
  c DOUBLE,
  d DOUBLE,
  e DOUBLE
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, SUM(d) OVER (ORDER BY id), SUM(d) OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND CURRENT ROW),
  SUM(d) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING),
  AVG(d) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING),
  MIN(d) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING)
FROM t;
