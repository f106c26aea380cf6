-- SUM, AVG, MIN and MAX with DISTINCT take each value once, beside those without
CREATE TABLE t (
  k STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  ds INT,
  s INT,
  da INT,
  dm INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT k, SUM(DISTINCT v) AS ds, SUM(v) AS s, AVG(DISTINCT v) AS da, MAX(DISTINCT v) AS dm
FROM t GROUP BY k;
