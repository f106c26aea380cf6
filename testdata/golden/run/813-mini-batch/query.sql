-- With mini-batch a key emits at most one change set a batch: here its final value only
SET 'table.exec.mini-batch.enabled' = 'true';
SET 'table.exec.mini-batch.allow-latency' = '5 s';
SET 'table.exec.mini-batch.size' = '1000';
CREATE TABLE t (
  k STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  s INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT k, SUM(v) AS s FROM t GROUP BY k;
