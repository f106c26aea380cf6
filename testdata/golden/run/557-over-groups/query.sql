-- OVER over groups: aggregates of aggregates, ranks by them
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
  k STRING,
  c BIGINT,
  s BIGINT,
  ra BIGINT,
  m INT,
  share DOUBLE
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT k, COUNT(*), SUM(COUNT(*)) OVER (ORDER BY k), RANK() OVER (ORDER BY SUM(n) DESC), MAX(MIN(n)) OVER (),
  CAST(COUNT(*) AS DOUBLE) / SUM(COUNT(*)) OVER ()
FROM t GROUP BY k HAVING COUNT(*) > 1;
