-- HAVING filters changes: a group that begins to fulfil it comes as +U, one that ceases as -U
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

INSERT INTO r SELECT k, SUM(v) AS s FROM t GROUP BY k HAVING SUM(v) > 3;
