-- The columns of a window are columns like others: filters, expressions, names of arguments, sub-queries, and groups by some of them
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
CREATE TABLE r1 (
  id INT,
  s TIMESTAMP(3),
  d STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  k STRING,
  n BIGINT,
  e TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  window_start TIMESTAMP(3),
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);
CREATE TABLE r4 (
  id INT,
  v INT,
  e TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4'
);
CREATE TABLE r5 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r5'
);
CREATE TABLE r6 (
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r6'
);

INSERT INTO r1 SELECT id, w.window_start, DATE_FORMAT(window_end, 'HH:mm') FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) AS w WHERE window_start > TIMESTAMP '2020-01-01 00:00:00' AND v > 2;
INSERT INTO r2 SELECT k, COUNT(*), MAX(window_end) FROM TABLE(HOP(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE, INTERVAL '10' MINUTE)) WHERE v > 1 GROUP BY k;
INSERT INTO r3 SELECT window_start, COUNT(*) FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) GROUP BY window_start;
INSERT INTO r4 SELECT id, v + 1, window_end + INTERVAL '1' DAY FROM TABLE(CUMULATE(DATA => TABLE t, TIMECOL => DESCRIPTOR(ts), STEP => INTERVAL '5' MINUTE, SIZE => INTERVAL '10' MINUTE)) WHERE window_time < TIMESTAMP '2020-01-01 00:09:00';
INSERT INTO r5 SELECT id FROM TABLE(HOP(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MINUTE, INTERVAL '2' MINUTE)) WHERE MOD(id, 2) = 1;
INSERT INTO r6 SELECT COUNT(*) FROM TABLE(HOP(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE, INTERVAL '10' MINUTE)) WHERE k = 'a';
