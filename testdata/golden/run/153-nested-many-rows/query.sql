-- Three hundred rows through a histogram of sums, a DISTINCT and a filter
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
CREATE TABLE histogram (s INT, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'histogram');
CREATE TABLE uniques (s INT) WITH ('connector' = 'print', 'print-identifier' = 'uniques');
CREATE TABLE r (g STRING, s INT, n BIGINT, u BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO histogram SELECT s, COUNT(*) FROM (SELECT g, k, SUM(v) AS s FROM t GROUP BY g, k) GROUP BY s;
INSERT INTO uniques SELECT DISTINCT s FROM (SELECT g, k, SUM(v) AS s FROM t GROUP BY g, k) WHERE s > 0;
INSERT INTO r SELECT g, SUM(s), COUNT(*), COUNT(DISTINCT s)
FROM (SELECT g, k, SUM(v) AS s FROM t GROUP BY g, k) WHERE s <> 2 GROUP BY g;
