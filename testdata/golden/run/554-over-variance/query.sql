-- Deviations come from sums, which frames have
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
  a INT,
  b INT,
  c DOUBLE,
  d DECIMAL(38, 6),
  e DOUBLE
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, STDDEV_POP(n) OVER (PARTITION BY k ORDER BY id), VAR_SAMP(n) OVER (PARTITION BY k ORDER BY id),
  STDDEV(d) OVER (PARTITION BY k), VAR_POP(m) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW),
  STDDEV_SAMP(d) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING)
FROM t;
