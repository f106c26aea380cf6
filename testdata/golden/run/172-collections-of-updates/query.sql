-- ARRAY_AGG and COLLECT lose a value that is taken back
-- by arrival
CREATE TABLE t (
  k INT,
  g STRING,
  i INT,
  f DOUBLE,
  h FLOAT,
  d DECIMAL(10, 2),
  s STRING,
  ts TIMESTAMP(3),
  dt DATE,
  b BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r WITH ('connector' = 'print', 'print-identifier' = 'r') AS
SELECT g, ARRAY_AGG(i) AS a, COLLECT(s) AS m, ARRAY_AGG(DISTINCT s) FILTER (WHERE s IS NOT NULL) AS n
FROM (SELECT k, LAST_VALUE(g) AS g, LAST_VALUE(i) AS i, LAST_VALUE(f) AS f, LAST_VALUE(h) AS h,
  LAST_VALUE(d) AS d, LAST_VALUE(s) AS s, LAST_VALUE(ts) AS ts, LAST_VALUE(dt) AS dt, LAST_VALUE(b) AS b
  FROM t GROUP BY k) GROUP BY g;
