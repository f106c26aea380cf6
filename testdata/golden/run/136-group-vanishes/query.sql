-- A group whose last row is taken back is deleted; when a row comes again it is new
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
CREATE TABLE histogram (n BIGINT, c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'histogram');
CREATE TABLE levels (c BIGINT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'levels');

INSERT INTO histogram SELECT n, COUNT(*) FROM (SELECT k, COUNT(*) AS n FROM t GROUP BY k) GROUP BY n;
INSERT INTO levels SELECT c, COUNT(*)
FROM (SELECT n, COUNT(*) AS c FROM (SELECT g, k, COUNT(*) AS n FROM t GROUP BY g, k) GROUP BY n) GROUP BY c;
