-- Windows of the results of windows: one aggregation over the window time of another, in batch mode
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
CREATE VIEW fives AS SELECT window_time AS t, k, SUM(v) AS total, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, window_time, k;
CREATE TABLE r1 (
  s TIMESTAMP(3),
  total INT,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  s TIMESTAMP(3),
  m INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);

INSERT INTO r1 SELECT window_start, SUM(total), SUM(n) FROM TABLE(TUMBLE(TABLE fives, DESCRIPTOR(t), INTERVAL '10' MINUTE)) GROUP BY window_start, window_end;
INSERT INTO r2 SELECT window_start, MAX(total) FROM TABLE(HOP(TABLE fives, DESCRIPTOR(t), INTERVAL '10' MINUTE, INTERVAL '20' MINUTE)) GROUP BY window_start, window_end;
