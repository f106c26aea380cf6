-- A time to live over rows that are taken back: a group that is emptied is deleted all the same.
SET 'table.exec.state.ttl' = '1 h';
CREATE TABLE t (k STRING, v INT) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = ''
);
CREATE TABLE r (m INT, n BIGINT, l STRING) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT m, COUNT(*), MAX(k) FROM (SELECT k, SUM(v) AS m FROM t GROUP BY k) GROUP BY m;
