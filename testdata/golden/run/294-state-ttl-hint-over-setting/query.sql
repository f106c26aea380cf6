-- The hint is stronger than the setting, 0 is for ever.
SET 'table.exec.state.ttl' = '1 h';
CREATE TABLE t (k STRING, v INT) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = ''
);
CREATE TABLE r (k STRING, v INT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT /*+ STATE_TTL('t' = '0 s') */ k, MAX(v) FROM t GROUP BY k;
