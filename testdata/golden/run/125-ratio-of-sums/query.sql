-- SUM(BIGINT) * 1.0 / SUM(BIGINT) is DECIMAL(38,17), cast to the sink's DOUBLE
CREATE TABLE t (
  k STRING,
  size BIGINT,
  took BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  n BIGINT,
  total BIGINT,
  speed DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT k, COUNT(k) AS n, SUM(size) AS total, SUM(size) * 1.0 / SUM(took) AS speed
FROM t GROUP BY k;
