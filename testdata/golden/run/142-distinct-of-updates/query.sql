-- DISTINCT over updates has a row as long as one group has it
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
CREATE TABLE r (g STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT DISTINCT g, n FROM (SELECT g, k, COUNT(*) AS n FROM t GROUP BY g, k);
