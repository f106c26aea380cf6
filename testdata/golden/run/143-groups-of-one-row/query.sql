-- SUM, MIN, MAX and DISTINCT over rows that a key tells apart are no aggregation: an update stays one
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
CREATE TABLE p (
  id INT,
  v INT,
  PRIMARY KEY (id) NOT ENFORCED
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/p.csv',
  'format' = 'csv'
);
CREATE TABLE uniques (g STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'uniques');
CREATE TABLE sums (g STRING, s INT, d DECIMAL(38, 2)) WITH ('connector' = 'print', 'print-identifier' = 'sums');
CREATE TABLE extremes (g STRING, lo INT, hi INT) WITH ('connector' = 'print', 'print-identifier' = 'extremes');
CREATE TABLE widened (g STRING, s BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'widened');
CREATE TABLE keyed (id INT, s INT) WITH ('connector' = 'print', 'print-identifier' = 'keyed');
CREATE TABLE ids (id INT) WITH ('connector' = 'print', 'print-identifier' = 'ids');

INSERT INTO uniques SELECT DISTINCT g, n FROM (SELECT g, COUNT(*) AS n FROM t GROUP BY g);
INSERT INTO sums SELECT g, SUM(s), SUM(d) FROM (SELECT g, SUM(v) AS s, SUM(d) AS d FROM t GROUP BY g) GROUP BY g;
INSERT INTO extremes SELECT g, MIN(s), MAX(s) FROM (SELECT g, SUM(v) AS s, SUM(d) AS d FROM t GROUP BY g) GROUP BY g;
INSERT INTO widened SELECT DISTINCT g, CAST(s AS BIGINT) FROM (SELECT g, SUM(v) AS s, SUM(d) AS d FROM t GROUP BY g);
INSERT INTO keyed SELECT id, SUM(v) FROM p GROUP BY id;
INSERT INTO ids SELECT DISTINCT id FROM p;
