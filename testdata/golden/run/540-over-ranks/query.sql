-- ROW_NUMBER, RANK, DENSE_RANK, PERCENT_RANK and NTILE: equal rows have one rank, buckets differ by one row at most
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
  rn BIGINT,
  ra BIGINT,
  de BIGINT,
  pe DOUBLE,
  n3 BIGINT,
  n9 BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, ROW_NUMBER() OVER (PARTITION BY k ORDER BY n, id), RANK() OVER (PARTITION BY k ORDER BY n),
  DENSE_RANK() OVER (PARTITION BY k ORDER BY n), PERCENT_RANK() OVER (PARTITION BY k ORDER BY n),
  NTILE(3) OVER (PARTITION BY k ORDER BY n, id), NTILE(9) OVER (PARTITION BY k ORDER BY n, id)
FROM t;
