-- With a time to live, results are emitted also when they have not changed.
SET 'table.exec.state.ttl' = '1 h';
CREATE TABLE t (k STRING, v INT) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = ''
);
CREATE TABLE r (k STRING, n BIGINT, v INT, m INT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT k, COUNT(DISTINCT v), SUM(v), MAX(v) FROM t GROUP BY k;
