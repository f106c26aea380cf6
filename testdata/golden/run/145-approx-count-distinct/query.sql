-- APPROX_COUNT_DISTINCT counts few values exactly, by groups, with FILTER and of several types
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  g STRING,
  a INT,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  g STRING,
  a BIGINT,
  b BIGINT,
  c BIGINT,
  d BIGINT,
  n BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT g, APPROX_COUNT_DISTINCT(a), APPROX_COUNT_DISTINCT(b) FILTER (WHERE b <> 'c'),
  APPROX_COUNT_DISTINCT(DATE '2020-01-01' + INTERVAL '1' DAY * a), APPROX_COUNT_DISTINCT(CAST(a AS DECIMAL(20, 2)) / 2), COUNT(*)
FROM t
GROUP BY g;
