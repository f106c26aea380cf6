-- LISTAGG, ARRAY_AGG and COLLECT of running and of sliding frames
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
  a STRING,
  b STRING,
  c ARRAY<INT>,
  d ARRAY<INT>,
  e MULTISET<INT>
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, LISTAGG(k) OVER (ORDER BY id), LISTAGG(k, '-') OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING),
  ARRAY_AGG(n) OVER (PARTITION BY k ORDER BY id), ARRAY_AGG(n IGNORE NULLS) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW),
  COLLECT(n) OVER (PARTITION BY k)
FROM t;
