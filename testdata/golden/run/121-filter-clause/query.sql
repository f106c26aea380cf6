-- FILTER gives an aggregate only the rows whose condition is TRUE; COUNT of none is 0, SUM NULL
CREATE TABLE t (
  k STRING,
  v INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  n BIGINT,
  sy INT,
  big INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT k,
  COUNT(*) FILTER (WHERE s = 'y') AS n,
  SUM(v) FILTER (WHERE s = 'y') AS sy,
  SUM(v) FILTER (WHERE v > 1) AS big
FROM t GROUP BY k;
