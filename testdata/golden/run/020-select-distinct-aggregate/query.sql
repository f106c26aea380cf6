-- DISTINCT above an aggregate retracts a result that no group has any more
CREATE TABLE t (
  k STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  n BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT DISTINCT n FROM (SELECT k, COUNT(*) AS n FROM t GROUP BY k);
