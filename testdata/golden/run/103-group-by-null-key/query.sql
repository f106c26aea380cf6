-- NULL is one group; with two keys each combination with NULL is its own
CREATE TABLE t (
  k STRING,
  n INT,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  n INT,
  s INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT k, n, SUM(v) AS s FROM t GROUP BY k, n;
