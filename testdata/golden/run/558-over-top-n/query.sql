-- The first rows of each partition, by a filter over ROW_NUMBER
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
  k STRING,
  rn BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, k, rn FROM (
  SELECT id, k, ROW_NUMBER() OVER (PARTITION BY k ORDER BY n DESC, id) AS rn FROM t)
WHERE rn <= 3;
