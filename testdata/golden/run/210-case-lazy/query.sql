-- A branch that is not taken is not evaluated: no division by zero
CREATE TABLE t (
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  v INT,
  a INT,
  b INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT v, CASE WHEN v = 0 THEN -1 ELSE 100 / v END AS a, IF(v <> 0, 100 / v, -2) AS b FROM t;
