-- An update that leaves the result equal emits nothing
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

INSERT INTO r SELECT k, MAX(v) AS m FROM t GROUP BY k;
