-- The branches of CASE are generalised: INT with BIGINT and DECIMAL, CHARs to VARCHAR unpadded
CREATE TABLE t (
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  n DECIMAL(20, 1),
  s VARCHAR(3),
  d DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CASE v WHEN 1 THEN v WHEN 2 THEN 3000000000 ELSE 1.5 END AS n,
  CASE v WHEN 1 THEN 'a' WHEN 2 THEN 'bbb' ELSE '' END AS s,
  CASE v WHEN 1 THEN 1e0 ELSE v END AS d
FROM t;
