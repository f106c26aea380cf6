-- The argument may be an expression, and an expression may stand above aggregates
CREATE TABLE t (
  k STRING,
  v INT,
  w INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k2 STRING,
  mean BIGINT,
  span INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CONCAT(k, '!') AS k2, SUM(v * w) / COUNT(*) AS mean, MAX(w) - MIN(w) AS span
FROM t GROUP BY k;
