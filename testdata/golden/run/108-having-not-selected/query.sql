-- HAVING may use an aggregate that is not selected, and the group key
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
  m INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT k, MAX(v) AS m FROM t GROUP BY k HAVING COUNT(*) > 1 AND k <> 'c';
