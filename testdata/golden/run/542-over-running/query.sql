-- A frame of an order alone ends at the last row that is equal to the current one
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
  cn BIGINT,
  s INT,
  a INT,
  mi INT,
  ma DOUBLE,
  sm DECIMAL(38, 2),
  am DECIMAL(38, 6),
  t STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, COUNT(*) OVER w, COUNT(d) OVER w, SUM(n) OVER w, AVG(n) OVER w, MIN(n) OVER w, MAX(d) OVER w,
  SUM(m) OVER w, AVG(m) OVER w, MAX(k) OVER w
FROM t WINDOW w AS (PARTITION BY k ORDER BY n);
