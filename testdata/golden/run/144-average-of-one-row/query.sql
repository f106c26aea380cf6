-- AVG, COUNT and FILTER over rows that a key tells apart are an aggregation: a group goes and comes back
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
CREATE TABLE averages (g STRING, a INT) WITH ('connector' = 'print', 'print-identifier' = 'averages');
CREATE TABLE filtered (g STRING, s INT) WITH ('connector' = 'print', 'print-identifier' = 'filtered');
CREATE TABLE counted (g STRING, n BIGINT, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'counted');

INSERT INTO averages SELECT g, AVG(s) FROM (SELECT g, SUM(v) AS s, SUM(d) AS d FROM t GROUP BY g) GROUP BY g;
INSERT INTO filtered SELECT g, SUM(s) FILTER (WHERE s > 3) FROM (SELECT g, SUM(v) AS s, SUM(d) AS d FROM t GROUP BY g) GROUP BY g;
INSERT INTO counted SELECT g, COUNT(*), COUNT(s) FROM (SELECT g, SUM(v) AS s, SUM(d) AS d FROM t GROUP BY g) GROUP BY g;
