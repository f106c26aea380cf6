-- A SUM whose values are all taken back is NULL while its group has rows
CREATE TABLE t (
  g STRING,
  k STRING,
  v INT,
  d DECIMAL(10, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (g STRING, s INT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT g, SUM(s), COUNT(*)
FROM (SELECT g, k, NULLIF(SUM(v), 5) AS s FROM t GROUP BY g, k) GROUP BY g;
