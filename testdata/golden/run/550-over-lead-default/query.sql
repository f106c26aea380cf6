-- LEAD: where no row is so far ahead, a value of the row itself stands
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
  a INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, LEAD(n, 1, id * 100) OVER (PARTITION BY k ORDER BY id) FROM t;
