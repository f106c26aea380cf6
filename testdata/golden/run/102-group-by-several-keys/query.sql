-- The key is the whole list of columns, and a key need not be selected
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
  n INT,
  s INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT n, SUM(v) AS s FROM t GROUP BY k, n;
