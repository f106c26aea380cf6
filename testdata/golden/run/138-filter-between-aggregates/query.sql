-- A filter between two aggregates lets a row in and out as its updates pass it
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
CREATE TABLE r (g STRING, c BIGINT, s INT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT g, COUNT(*), SUM(s) FROM (SELECT g, k, SUM(v) AS s FROM t GROUP BY g, k) WHERE s > 2 GROUP BY g;
