-- FIRST_VALUE and LAST_VALUE pass over NULLs, in every frame
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
  c INT,
  d INT,
  e STRING,
  f STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, FIRST_VALUE(d) OVER (PARTITION BY k ORDER BY id), LAST_VALUE(d) OVER (PARTITION BY k ORDER BY id),
  FIRST_VALUE(n) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING),
  LAST_VALUE(n) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW),
  FIRST_VALUE(k) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW),
  LAST_VALUE(k) OVER (ORDER BY id)
FROM t;
