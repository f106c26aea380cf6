-- MIN and MAX of groups of hundreds of values
CREATE TABLE t (k INT, g INT, i INT, s STRING) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (g INT, a INT, b INT, c STRING, d STRING) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT MOD(g, 2), MIN(n), MAX(n), MIN(s), MAX(s)
FROM (SELECT k, LAST_VALUE(g) AS g, LAST_VALUE(i) AS n, LAST_VALUE(s) AS s FROM t GROUP BY k) GROUP BY MOD(g, 2);
