-- In batch mode a window takes any TIMESTAMP, whose time it takes by milliseconds and whose type its time has; a row without time is in no window
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  id INT,
  a TIMESTAMP(0),
  b TIMESTAMP(3),
  c TIMESTAMP(9),
  d TIMESTAMP_LTZ(3)
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
  window_time TIMESTAMP(0)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  id INT,
  window_start TIMESTAMP(3),
  window_end TIMESTAMP(3),
  window_time TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  id INT,
  window_start TIMESTAMP(3),
  window_end TIMESTAMP(3),
  window_time TIMESTAMP(9)
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

INSERT INTO r1 SELECT id, window_start, window_end, window_time FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(a), INTERVAL '0.005' SECOND));
INSERT INTO r2 SELECT id, window_start, window_end, window_time FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(b), INTERVAL '0.005' SECOND));
INSERT INTO r3 SELECT id, window_start, window_end, window_time FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(c), INTERVAL '0.005' SECOND));
INSERT INTO r4 SELECT id, window_start, window_end, window_time FROM TABLE(HOP(TABLE t, DESCRIPTOR(d), INTERVAL '1' MINUTE, INTERVAL '2' MINUTE));
