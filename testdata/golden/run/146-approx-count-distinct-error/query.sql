-- APPROX_COUNT_DISTINCT is refused in streaming mode
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

INSERT INTO r SELECT g, APPROX_COUNT_DISTINCT(a), 1, 1, 1, 1 FROM t GROUP BY g;
