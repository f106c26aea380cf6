-- GROUPING SETS, ROLLUP and CUBE of other columns beside those of a window
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
  s TIMESTAMP(3),
  e TIMESTAMP(3),
  k STRING,
  n BIGINT,
  g BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  s TIMESTAMP(3),
  k STRING,
  v INT,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  s TIMESTAMP(3),
  k STRING,
  v INT,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);

INSERT INTO r1 SELECT window_start, window_end, k, COUNT(*), GROUPING(k) FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, GROUPING SETS ((k), ());
INSERT INTO r2 SELECT window_start, k, v, COUNT(*) FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, ROLLUP(k, v);
INSERT INTO r3 SELECT window_start, k, v, COUNT(*) FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, CUBE(k, v);
