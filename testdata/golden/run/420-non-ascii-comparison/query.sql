-- Non-ASCII text filters, groups and compares like any other
CREATE TABLE t (
  p STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  p STRING,
  s INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT p, SUM(v) AS s FROM t WHERE p >= '北' AND p <> '上海' GROUP BY p;
