-- the session's zone decides what a TIMESTAMP_LTZ column is as text, date, time and TIMESTAMP
SET 'table.local-time-zone' = 'Europe/Berlin';
CREATE TABLE t (k INT, a TIMESTAMP_LTZ(3)) WITH (
  'connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv'
);
CREATE TABLE r (k INT, a TIMESTAMP_LTZ(3), s STRING, d DATE, tm TIME, ts TIMESTAMP(3), h BIGINT, later TIMESTAMP_LTZ(3))
WITH ('connector' = 'print');

INSERT INTO r SELECT k, a, CAST(a AS STRING), CAST(a AS DATE), CAST(a AS TIME), CAST(a AS TIMESTAMP(3)), EXTRACT(HOUR FROM a),
  a + INTERVAL '1' DAY FROM t;
