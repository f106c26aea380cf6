-- HOP in GROUP BY, in batch mode: a row is in several groups, also where the size is no multiple of the slide
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
  window_start TIMESTAMP(3),
  window_end TIMESTAMP(3),
  window_time TIMESTAMP(3),
  total INT,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  s TIMESTAMP(3),
  e TIMESTAMP(3),
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);

INSERT INTO r1 SELECT k, HOP_START(ts, INTERVAL '5' MINUTE, INTERVAL '10' MINUTE), HOP_END(ts, INTERVAL '5' MINUTE, INTERVAL '10' MINUTE), HOP_ROWTIME(ts, INTERVAL '5' MINUTE, INTERVAL '10' MINUTE), SUM(v), COUNT(*) FROM t GROUP BY HOP(ts, INTERVAL '5' MINUTE, INTERVAL '10' MINUTE), k;
INSERT INTO r2 SELECT HOP_START(ts, INTERVAL '4' MINUTE, INTERVAL '10' MINUTE), HOP_END(ts, INTERVAL '4' MINUTE, INTERVAL '10' MINUTE), COUNT(*) FROM t GROUP BY HOP(ts, INTERVAL '4' MINUTE, INTERVAL '10' MINUTE);
