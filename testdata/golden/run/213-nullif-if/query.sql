-- NULLIF is NULL for equal arguments; IF with UNKNOWN takes the second branch
CREATE TABLE t (
  a INT,
  b INT,
  c BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  n INT,
  i INT,
  s VARCHAR(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT NULLIF(a, b) AS n, IF(c, a, b) AS i, IF(c, 'yes', 'no') AS s FROM t;
