-- Windows in a zone behind UTC, in batch mode
SET 'execution.runtime-mode' = 'batch';
SET 'table.local-time-zone' = 'America/New_York';
CREATE TABLE t (
  id INT,
  ts TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r1 (
  id INT,
  window_start TIMESTAMP(3),
  window_end TIMESTAMP(3),
  window_time TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  id INT,
  window_start TIMESTAMP(3),
  window_end TIMESTAMP(3),
  window_time TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  id INT,
  window_start TIMESTAMP(3),
  window_end TIMESTAMP(3),
  window_time TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);
CREATE TABLE r4 (
  id INT,
  window_start TIMESTAMP(3),
  window_end TIMESTAMP(3),
  window_time TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4'
);

INSERT INTO r1 SELECT id, window_start, window_end, window_time FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR));
INSERT INTO r2 SELECT id, window_start, window_end, window_time FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '45' MINUTE));
INSERT INTO r3 SELECT id, window_start, window_end, window_time FROM TABLE(HOP(TABLE t, DESCRIPTOR(ts), INTERVAL '12' HOUR, INTERVAL '1' DAY));
INSERT INTO r4 SELECT id, window_start, window_end, window_time FROM TABLE(CUMULATE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR, INTERVAL '3' HOUR));
