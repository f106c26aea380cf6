-- A value counts in a DISTINCT aggregate until it is taken back as often as it came
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
CREATE TABLE r (c BIGINT, s BIGINT, a BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');
CREATE TABLE grouped (g STRING, c BIGINT, s INT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'grouped');

INSERT INTO r SELECT COUNT(DISTINCT n), SUM(DISTINCT n), AVG(DISTINCT n) FROM (SELECT k, COUNT(*) AS n FROM t GROUP BY k);
INSERT INTO grouped SELECT g, COUNT(DISTINCT s), SUM(DISTINCT s), COUNT(*)
FROM (SELECT g, k, SUM(v) AS s FROM t GROUP BY g, k) GROUP BY g;
