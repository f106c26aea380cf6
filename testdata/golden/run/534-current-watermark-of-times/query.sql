-- A watermark is that of the highest row; one that is NULL or not after 1970 is none
SET 'pipeline.auto-watermark-interval' = '0';
CREATE TABLE t (
  n BIGINT,
  ts AS TO_TIMESTAMP_LTZ(n * 1000, 3),
  WATERMARK FOR ts AS TO_TIMESTAMP_LTZ(CASE WHEN MOD(n, 3) = 2 THEN CAST(NULL AS BIGINT) WHEN n = 4 THEN 1 ELSE n * 1000 END, 3)
) WITH (
  'connector' = 'datagen',
  'fields.n.kind' = 'sequence',
  'fields.n.start' = '-2',
  'fields.n.end' = '8'
);
CREATE TABLE r (
  n BIGINT,
  w TIMESTAMP_LTZ(3),
  m BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT n, CURRENT_WATERMARK(ts), EXTRACT(SECOND FROM ts) FROM t;
