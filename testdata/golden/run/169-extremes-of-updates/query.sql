-- MIN and MAX go back to the next value when one is taken back
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
CREATE TABLE r (g STRING, i1 INT, i2 INT, f1 DOUBLE, f2 DOUBLE, h1 FLOAT, h2 FLOAT, d1 DECIMAL(10, 2), d2 DECIMAL(10, 2)) WITH ('connector' = 'print', 'print-identifier' = 'r');
CREATE TABLE q (g STRING, s1 STRING, s2 STRING, ts1 TIMESTAMP(3), ts2 TIMESTAMP(3), dt1 DATE, dt2 DATE, b1 BOOLEAN, b2 BOOLEAN) WITH ('connector' = 'print', 'print-identifier' = 'q');

INSERT INTO r SELECT g, MIN(i), MAX(i), MIN(f), MAX(f), MIN(h), MAX(h), MIN(d), MAX(d)
FROM (SELECT k, LAST_VALUE(g) AS g, LAST_VALUE(i) AS i, LAST_VALUE(f) AS f, LAST_VALUE(h) AS h,
  LAST_VALUE(d) AS d, LAST_VALUE(s) AS s, CAST(LAST_VALUE(CAST(ts AS STRING)) AS TIMESTAMP(3)) AS ts, CAST(LAST_VALUE(CAST(dt AS STRING)) AS DATE) AS dt, LAST_VALUE(b) AS b
  FROM t GROUP BY k) GROUP BY g;
INSERT INTO q SELECT g, MIN(s), MAX(s), MIN(ts), MAX(ts), MIN(dt), MAX(dt), MIN(b), MAX(b)
FROM (SELECT k, LAST_VALUE(g) AS g, LAST_VALUE(i) AS i, LAST_VALUE(f) AS f, LAST_VALUE(h) AS h,
  LAST_VALUE(d) AS d, LAST_VALUE(s) AS s, CAST(LAST_VALUE(CAST(ts AS STRING)) AS TIMESTAMP(3)) AS ts, CAST(LAST_VALUE(CAST(dt AS STRING)) AS DATE) AS dt, LAST_VALUE(b) AS b
  FROM t GROUP BY k) GROUP BY g;
