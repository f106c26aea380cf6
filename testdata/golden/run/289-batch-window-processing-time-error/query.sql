-- Batch mode has no windows of the processing time
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  id INT,
  p AS PROCTIME()
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT COUNT(*) FROM t GROUP BY TUMBLE(p, INTERVAL '5' MINUTE);
