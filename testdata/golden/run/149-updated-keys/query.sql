-- Rows whose keys are updated leave one group for another, whatever the key types
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
CREATE TABLE flag (b BOOLEAN, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'flag');
CREATE TABLE texts (s STRING, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'texts');
CREATE TABLE several (s INT, d DECIMAL(38, 2), m STRING, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'several');

INSERT INTO flag SELECT s > 4, COUNT(*) FROM (SELECT g, k, SUM(v) AS s FROM t GROUP BY g, k) GROUP BY s > 4;
INSERT INTO texts SELECT m, COUNT(*) FROM (SELECT g, MAX(k) AS m FROM t GROUP BY g) GROUP BY m;
INSERT INTO several SELECT s, d, m, COUNT(*)
FROM (SELECT g, SUM(v) AS s, SUM(d) AS d, MAX(k) AS m FROM t GROUP BY g) GROUP BY s, d, m;
