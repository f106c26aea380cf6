-- A window of the processing time by itself: each row is in the window of now.
CREATE TABLE t (
  k INT,
  p AS PROCTIME()
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (k INT, exact BOOLEAN, hours INT, is_now BOOLEAN) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r
SELECT k, window_end = window_start + INTERVAL '1' HOUR, TIMESTAMPDIFF(HOUR, window_start, window_end),
  window_time > CURRENT_TIMESTAMP - INTERVAL '2' HOUR AND window_time < CURRENT_TIMESTAMP + INTERVAL '2' HOUR
FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(p), INTERVAL '1' HOUR));
