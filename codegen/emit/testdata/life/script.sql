-- Aggregations whose keys live ten seconds: what life_test.go drives with a clock of its own.
SET 'table.exec.state.ttl' = '10 s';
CREATE TABLE t (k STRING, v INT) WITH ('connector' = 'filesystem', 'path' = '/nowhere', 'format' = 'csv');
CREATE TABLE r (m STRING, n BIGINT, d BIGINT, l STRING) WITH ('connector' = 'print');

INSERT INTO r SELECT m, COUNT(*), COUNT(DISTINCT n), MAX(s) FROM (
  SELECT k, MAX(k) AS s, COUNT(DISTINCT v) AS n, CAST(SUM(v) AS STRING) AS m FROM t GROUP BY k
) GROUP BY m;
