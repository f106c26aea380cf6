-- In batch mode an aggregation by the columns of a window is one like any other
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
CREATE TABLE r1 (
  k STRING,
  s TIMESTAMP(3),
  e TIMESTAMP(3),
  total INT,
  n BIGINT,
  d BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  s TIMESTAMP(3),
  t TIMESTAMP(3),
  total INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  e TIMESTAMP(3),
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);
CREATE TABLE r4 (
  s TIMESTAMP(3),
  e TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4'
);

INSERT INTO r1 SELECT k, window_start, window_end, SUM(v), COUNT(*), COUNT(DISTINCT k) FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, k;
INSERT INTO r2 SELECT window_start, window_time, SUM(v) FROM TABLE(HOP(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE, INTERVAL '10' MINUTE)) GROUP BY window_start, window_end, window_time HAVING SUM(v) > 5;
INSERT INTO r3 SELECT window_end, COUNT(v) FILTER (WHERE v > 1) FROM TABLE(CUMULATE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE, INTERVAL '15' MINUTE)) GROUP BY window_start, window_end;
INSERT INTO r4 SELECT DISTINCT window_start, window_end FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE));
