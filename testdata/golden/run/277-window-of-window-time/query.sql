-- The time of a window is the time of further windows, behind a view and a filter
CREATE TABLE t (
  id INT,
  k STRING,
  v INT,
  ts TIMESTAMP(3),
  WATERMARK FOR ts AS ts - INTERVAL '1' SECOND
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE VIEW fives AS SELECT id, window_start AS first, window_time AS t FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) WHERE v IS NOT NULL;
CREATE TABLE r (
  id INT,
  first TIMESTAMP(3),
  window_start TIMESTAMP(3),
  window_end TIMESTAMP(3),
  window_time TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, first, window_start, window_end, window_time FROM TABLE(HOP(TABLE fives, DESCRIPTOR(t), INTERVAL '10' MINUTE, INTERVAL '20' MINUTE));
