-- DISTINCT with FILTER looks at the values of the kept rows only, apart from other filters
CREATE TABLE t (
  v INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  n BIGINT,
  nx BIGINT,
  sy INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT
  COUNT(DISTINCT v) AS n,
  COUNT(DISTINCT v) FILTER (WHERE s = 'x') AS nx,
  SUM(DISTINCT v) FILTER (WHERE s = 'y') AS sy
FROM t;
