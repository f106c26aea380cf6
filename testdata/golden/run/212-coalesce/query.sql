-- COALESCE is the first argument that is not NULL, in the common type
CREATE TABLE t (
  a INT,
  b BIGINT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  x BIGINT,
  y BIGINT,
  z STRING,
  w INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT COALESCE(a, b) AS x, COALESCE(a, b, 9) AS y, COALESCE(s, 'none') AS z, IFNULL(a, -1) AS w
FROM t;
