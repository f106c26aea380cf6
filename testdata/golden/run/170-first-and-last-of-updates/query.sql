-- FIRST_VALUE and LAST_VALUE forget the first arrival of a value that is taken back
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
CREATE TABLE r (g STRING, i1 INT, i2 INT, s1 STRING, s2 STRING, d1 DECIMAL(10, 2), d2 DECIMAL(10, 2)) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT g, FIRST_VALUE(i), LAST_VALUE(i), FIRST_VALUE(s), LAST_VALUE(s), 
  FIRST_VALUE(d), LAST_VALUE(d)
FROM (SELECT k, LAST_VALUE(g) AS g, LAST_VALUE(i) AS i, LAST_VALUE(f) AS f, LAST_VALUE(h) AS h,
  LAST_VALUE(d) AS d, LAST_VALUE(s) AS s, CAST(LAST_VALUE(CAST(ts AS STRING)) AS TIMESTAMP(3)) AS ts, LAST_VALUE(dt) AS dt, LAST_VALUE(b) AS b
  FROM t GROUP BY k) GROUP BY g;
