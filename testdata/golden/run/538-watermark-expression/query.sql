-- A watermark is any expression over the columns of the table, computed ones among them
SET 'pipeline.auto-watermark-interval' = '0';
CREATE TABLE t (
  id INT,
  ms BIGINT,
  behind INT,
  d DATE,
  ts AS TO_TIMESTAMP_LTZ(ms, 3),
  seconds AS behind * 1000,
  day_of AS CAST(COALESCE(d, DATE '2019-12-31') AS TIMESTAMP(3)),
  WATERMARK FOR ts AS GREATEST(TO_TIMESTAMP_LTZ(ms - seconds, 3), TO_TIMESTAMP_LTZ(1, 3)) - INTERVAL '0.001' SECOND
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE u (
  id INT,
  d DATE,
  day_of AS CAST(COALESCE(d, DATE '2019-12-31') AS TIMESTAMP(3)),
  WATERMARK FOR day_of AS day_of - INTERVAL '1' DAY
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  id INT,
  ts TIMESTAMP_LTZ(3),
  w TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);
CREATE TABLE days (
  id INT,
  w TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'days'
);

INSERT INTO r SELECT id, ts, CURRENT_WATERMARK(ts) FROM t;
INSERT INTO days SELECT id, CURRENT_WATERMARK(day_of) FROM u WHERE day_of IS NOT NULL;
