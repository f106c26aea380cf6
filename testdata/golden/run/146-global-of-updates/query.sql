-- Without GROUP BY the row of a nested aggregate goes when it has no input, and comes back
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
CREATE TABLE r (n BIGINT, s BIGINT, a BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');
CREATE TABLE few (n BIGINT, s BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'few');
CREATE TABLE sums (s INT) WITH ('connector' = 'print', 'print-identifier' = 'sums');

INSERT INTO r SELECT COUNT(*), SUM(n), AVG(n) FROM (SELECT k, COUNT(*) AS n FROM t GROUP BY k);
INSERT INTO few SELECT COUNT(*), SUM(n) FROM (SELECT k, COUNT(*) AS n FROM t GROUP BY k) WHERE n < 3;
INSERT INTO sums SELECT SUM(s) FROM (SELECT g, k, SUM(v) AS s FROM t GROUP BY g, k);
