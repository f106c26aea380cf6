-- CURRENT_WATERMARK is how far event time had come before the row, and NULL at first: late rows are told apart by it
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
  id INT,
  z TIMESTAMP(3),
  w TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);
CREATE TABLE late (
  id INT,
  behind INT,
  w STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'late'
);

INSERT INTO r SELECT id, z, CURRENT_WATERMARK(z) FROM t WHERE CURRENT_WATERMARK(z) IS NULL OR z > CURRENT_WATERMARK(z);
INSERT INTO late SELECT id, TIMESTAMPDIFF(SECOND, v, CURRENT_WATERMARK(v)), CAST(CURRENT_WATERMARK(v) AS STRING)
FROM (SELECT id, z AS v FROM t WHERE k <> 'a') WHERE v <= CURRENT_WATERMARK(v);
