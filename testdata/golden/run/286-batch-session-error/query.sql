-- Flink has no SESSION in batch mode
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
  s TIMESTAMP(3),
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT window_start, COUNT(*) FROM TABLE(SESSION(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end;
