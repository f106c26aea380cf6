-- COUNT, SUM and AVG above an aggregate take the old row out before the new one goes in
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
CREATE TABLE r (g STRING, s INT, n BIGINT, a INT, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT g, SUM(s), COUNT(*), AVG(s), COUNT(s)
FROM (SELECT g, k, SUM(v) AS s FROM t GROUP BY g, k) GROUP BY g;
