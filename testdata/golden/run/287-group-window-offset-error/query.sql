-- A window of GROUP BY takes no interval as offset
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
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT COUNT(*) FROM t GROUP BY TUMBLE(ts, INTERVAL '5' MINUTE, INTERVAL '1' MINUTE);
