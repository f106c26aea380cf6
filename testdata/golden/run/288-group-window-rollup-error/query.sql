-- A window of GROUP BY stands alone: not beside ROLLUP
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  id INT,
  k STRING,
  v INT,
  ts TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT k, COUNT(*) FROM t GROUP BY TUMBLE(ts, INTERVAL '5' MINUTE), ROLLUP(k);
