-- In batch mode an aggregation can be written to a table that takes no updates
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  k STRING,
  v INT,
  d DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  n BIGINT,
  s INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/sink/r',
  'format' = 'csv'
);

INSERT INTO r SELECT k, COUNT(*), SUM(v) FROM t GROUP BY k ORDER BY k;
