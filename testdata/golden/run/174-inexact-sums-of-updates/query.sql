-- sums of FLOAT and DOUBLE subtract what is taken back, with all its rounding
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
CREATE TABLE r (g STRING, a DOUBLE, b DOUBLE, c FLOAT, e DOUBLE, f DOUBLE) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT g, SUM(f), AVG(f), SUM(h), STDDEV_POP(f), VAR_SAMP(h)
FROM (SELECT k, LAST_VALUE(g) AS g, LAST_VALUE(i) AS i, LAST_VALUE(f) AS f, LAST_VALUE(h) AS h,
  LAST_VALUE(d) AS d, LAST_VALUE(s) AS s, LAST_VALUE(ts) AS ts, LAST_VALUE(dt) AS dt, LAST_VALUE(b) AS b
  FROM t GROUP BY k) GROUP BY g;
