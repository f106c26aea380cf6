-- HAVING above a nested aggregate passes the changes whose own row it passes
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
CREATE TABLE r (n BIGINT, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT n, COUNT(*) FROM (SELECT k, COUNT(*) AS n FROM t GROUP BY k) GROUP BY n HAVING COUNT(*) > 1;
