-- FILTER looks at the row that is taken back as it was then
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
CREATE TABLE r (g STRING, c BIGINT, s INT, u BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r
SELECT g, COUNT(*) FILTER (WHERE s > 2), SUM(s) FILTER (WHERE s > 2), COUNT(DISTINCT s) FILTER (WHERE s > 0)
FROM (SELECT g, k, SUM(v) AS s FROM t GROUP BY g, k) GROUP BY g;
