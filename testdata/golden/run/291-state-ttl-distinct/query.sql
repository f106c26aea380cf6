-- SELECT DISTINCT with a time to live.
SET 'table.exec.state.ttl' = '1 h';
CREATE TABLE t (k STRING, v INT) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = ''
);
CREATE TABLE r (k STRING, v INT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT DISTINCT k, v FROM t;
