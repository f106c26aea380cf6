-- A filesystem sink takes no updates: an aggregate into it is refused
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
  'connector' = 'filesystem',
  'path' = '${DIR}/sink/r',
  'format' = 'csv'
);

INSERT INTO r SELECT k, SUM(v) AS s FROM t GROUP BY k;
