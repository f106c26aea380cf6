-- TUMBLE in GROUP BY, with its start, end and time, in batch mode; a row without time is in no group
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
  s TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  s TIMESTAMP(3),
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);

INSERT INTO r1 SELECT k, TUMBLE_START(ts, INTERVAL '5' MINUTE), TUMBLE_END(ts, INTERVAL '5' MINUTE), TUMBLE_ROWTIME(ts, INTERVAL '5' MINUTE), SUM(v), COUNT(*) FROM t GROUP BY k, TUMBLE(ts, INTERVAL '5' MINUTE);
INSERT INTO r2 SELECT TUMBLE_START(ts, INTERVAL '5' MINUTE) FROM t GROUP BY TUMBLE(ts, INTERVAL '5' MINUTE);
INSERT INTO r3 SELECT TUMBLE_START(ts + INTERVAL '1' HOUR, INTERVAL '5' MINUTE) AS s, COUNT(*) FROM t GROUP BY TUMBLE(ts + INTERVAL '1' HOUR, INTERVAL '5' MINUTE) HAVING TUMBLE_END(ts + INTERVAL '1' HOUR, INTERVAL '5' MINUTE) > TIMESTAMP '2020-01-01 01:10:00';
