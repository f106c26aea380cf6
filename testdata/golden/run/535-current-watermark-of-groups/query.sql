-- Behind an aggregation CURRENT_WATERMARK is that of the operator that asks
SET 'pipeline.auto-watermark-interval' = '0';
CREATE TABLE t (
  id INT,
  k STRING,
  z TIMESTAMP(3),
  WATERMARK FOR z AS z - INTERVAL '5' SECOND
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  z TIMESTAMP(3),
  n BIGINT,
  w TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);
CREATE TABLE by_mark (
  w TIMESTAMP(3),
  n BIGINT,
  latest TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'by_mark'
);

INSERT INTO r SELECT z, COUNT(*), CURRENT_WATERMARK(z) FROM t GROUP BY z;
INSERT INTO by_mark SELECT CURRENT_WATERMARK(z), COUNT(*), MAX(CURRENT_WATERMARK(z)) FROM t GROUP BY CURRENT_WATERMARK(z);
