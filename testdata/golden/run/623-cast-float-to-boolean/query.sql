-- DOUBLE, FLOAT and DECIMAL to BOOLEAN: zero is FALSE, NaN and all else TRUE
CREATE TABLE t (
  d DOUBLE,
  f FLOAT,
  m DECIMAL(3,1)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  b BOOLEAN,
  c BOOLEAN,
  e BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(d AS BOOLEAN) AS b, CAST(f AS BOOLEAN) AS c, CAST(m AS BOOLEAN) AS e
FROM t;
