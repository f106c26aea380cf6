-- The windows of rows, alone
CREATE TABLE facts (
  a BIGINT,
  b BIGINT,
  c INT,
  d DOUBLE,
  e DOUBLE,
  f BOOLEAN,
  s STRING,
  t STRING,
  p DECIMAL(10, 2),
  ts TIMESTAMP(3),
  WATERMARK FOR ts AS ts
) WITH (
  'connector' = 'kafka',
  'topic' = 'facts',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.group.id' = 'window',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'csv',
  'csv.ignore-parse-errors' = 'true'
);

CREATE TABLE results (
  a BIGINT,
  window_start TIMESTAMP(3),
  window_end TIMESTAMP(3),
  window_time TIMESTAMP(3)
) WITH (
  'connector' = 'blackhole'
);

INSERT INTO results
SELECT a, window_start, window_end, window_time
FROM TABLE(TUMBLE(TABLE facts, DESCRIPTOR(ts), INTERVAL '5' MINUTE));
