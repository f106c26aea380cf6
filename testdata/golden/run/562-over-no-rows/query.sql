-- No rows give none, also without PARTITION BY
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
  rn BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, COUNT(*) OVER (), SUM(n) OVER (PARTITION BY k), ROW_NUMBER() OVER (ORDER BY id) FROM t WHERE id > 100
UNION ALL SELECT id, COUNT(*) OVER (), SUM(n) OVER (PARTITION BY k ORDER BY id ROWS 1 PRECEDING), ROW_NUMBER() OVER (ORDER BY id) FROM t WHERE id = 1;
