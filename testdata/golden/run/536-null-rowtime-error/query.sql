-- A row without the time of its WATERMARK fails the job
CREATE TABLE t (
  n BIGINT,
  ts AS TO_TIMESTAMP_LTZ(CASE WHEN n = 3 THEN CAST(NULL AS BIGINT) ELSE n END, 3),
  WATERMARK FOR ts AS ts
) WITH (
  'connector' = 'datagen',
  'fields.n.kind' = 'sequence',
  'fields.n.start' = '1',
  'fields.n.end' = '8'
);
CREATE TABLE r (
  n BIGINT,
  w TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT n, CURRENT_WATERMARK(ts) FROM t;
