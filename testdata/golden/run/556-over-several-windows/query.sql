-- Several windows of one SELECT, and functions inside of expressions
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
  b STRING,
  c STRING,
  d DOUBLE
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, id + SUM(n) OVER (PARTITION BY MOD(id, 3) ORDER BY id + 1),
  CASE WHEN ROW_NUMBER() OVER (PARTITION BY k ORDER BY n DESC, id) > 3 THEN 'x' ELSE k END,
  COALESCE(MAX(k) OVER (PARTITION BY n), 'none'),
  CAST(n AS DOUBLE) / SUM(n) OVER (PARTITION BY k)
FROM t;
