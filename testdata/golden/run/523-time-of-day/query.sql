-- TIME has no fraction as a type, but its values have; arithmetic wraps at midnight
CREATE TABLE t (k INT, a TIME, s STRING) WITH (
  'connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.null-literal' = 'n'
);
CREATE TABLE r1 (a TIME, b TIME, c STRING, d STRING, e TIME(3)) WITH ('connector' = 'print', 'print-identifier' = 'r1');
CREATE TABLE r2 (k INT, h BIGINT, m BIGINT, s BIGINT, later TIME, earlier TIME, text STRING, stamp TIMESTAMP(3), less BOOLEAN)
WITH ('connector' = 'print', 'print-identifier' = 'r2');
CREATE TABLE r3 (k INT, a TIME, b TIME(3)) WITH ('connector' = 'print', 'print-identifier' = 'r3');

INSERT INTO r1 VALUES (TIME '01:02:03.456', CAST('01:02:03.456' AS TIME(3)), CAST(TIME '01:02:03.456' AS STRING),
  CAST(CAST('01:02:03.456' AS TIME(3)) AS STRING), CAST(TIMESTAMP '2020-01-02 03:04:05.678' AS TIME(3)));
INSERT INTO r2 SELECT k, EXTRACT(HOUR FROM a), MINUTE(a), SECOND(a), a + INTERVAL '1' HOUR, a - INTERVAL '90' MINUTE,
  CAST(a AS STRING), CAST(a AS TIMESTAMP(3)), a < TIME '12:00:00' FROM t;
INSERT INTO r3 SELECT k, TRY_CAST(s AS TIME), COALESCE(TRY_CAST(s AS TIME(3)), a) FROM t;
