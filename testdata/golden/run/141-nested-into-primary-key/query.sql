-- A print table with a PRIMARY KEY shows every change of a nested aggregate, deletions too
CREATE TABLE t (
  g STRING,
  k STRING,
  v INT,
  d DECIMAL(10, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (n BIGINT, c BIGINT, s BIGINT, PRIMARY KEY (n) NOT ENFORCED) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT n, COUNT(*), SUM(CHAR_LENGTH(k)) FROM (SELECT k, COUNT(*) AS n FROM t GROUP BY k) GROUP BY n;
