-- STATE_TTL at a SELECT is for its own aggregation: the inner one suppresses equal results, the outer one does not.
CREATE TABLE t (k STRING, v INT) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = ''
);
CREATE TABLE r (k STRING, v INT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT /*+ STATE_TTL('q' = '1 h') */ k, MAX(m) FROM (
  SELECT k, v / 2 AS h, SUM(v) AS m FROM t GROUP BY k, v / 2) AS q GROUP BY k;
