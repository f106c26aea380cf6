-- JSON_ARRAYAGG and JSON_OBJECTAGG lose what is taken back
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
SELECT g, JSON_ARRAYAGG(s) AS a, JSON_OBJECTAGG(KEY CAST(k AS STRING) VALUE i) AS b
FROM (SELECT k, LAST_VALUE(g) AS g, LAST_VALUE(i) AS i, LAST_VALUE(f) AS f, LAST_VALUE(h) AS h,
  LAST_VALUE(d) AS d, LAST_VALUE(s) AS s, LAST_VALUE(ts) AS ts, LAST_VALUE(dt) AS dt, LAST_VALUE(b) AS b
  FROM t GROUP BY k) GROUP BY g;
