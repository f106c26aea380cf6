-- A source that makes no watermarks cannot be read with SOURCE_WATERMARK()
CREATE TABLE t (
  n BIGINT,
  ts TIMESTAMP(3),
  WATERMARK FOR ts AS SOURCE_WATERMARK()
) WITH (
  'connector' = 'datagen',
  'number-of-rows' = '2'
);
CREATE TABLE r (
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT n FROM t;
