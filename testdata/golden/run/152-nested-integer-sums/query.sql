-- Sums of integers wrap in both directions, so that taking back restores them
CREATE TABLE t (
  g STRING,
  k STRING,
  a TINYINT,
  b SMALLINT,
  c INT,
  d BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (g STRING, a TINYINT, b SMALLINT, c INT, d BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');
CREATE TABLE averages (g STRING, a TINYINT, b SMALLINT, c INT, d BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'averages');

INSERT INTO r SELECT g, SUM(a), SUM(b), SUM(c), SUM(d)
FROM (SELECT g, k, SUM(a) AS a, SUM(b) AS b, SUM(c) AS c, SUM(d) AS d FROM t GROUP BY g, k) GROUP BY g;
INSERT INTO averages SELECT g, AVG(a), AVG(b), AVG(c), AVG(d)
FROM (SELECT g, k, SUM(a) AS a, SUM(b) AS b, SUM(c) AS c, SUM(d) AS d FROM t GROUP BY g, k) GROUP BY g;
