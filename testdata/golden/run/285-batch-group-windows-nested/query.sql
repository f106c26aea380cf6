-- A group window over the time of another one, in batch mode
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
  total INT,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT TUMBLE_START(t, INTERVAL '10' MINUTE), SUM(total), COUNT(*) FROM (SELECT TUMBLE_ROWTIME(ts, INTERVAL '5' MINUTE) AS t, k, SUM(v) AS total FROM t GROUP BY TUMBLE(ts, INTERVAL '5' MINUTE), k) GROUP BY TUMBLE(t, INTERVAL '10' MINUTE);
