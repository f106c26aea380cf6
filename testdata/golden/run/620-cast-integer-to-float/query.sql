-- Large integers lose digits as FLOAT and DOUBLE; DECIMAL to DOUBLE is the nearest
CREATE TABLE t (
  i INT,
  b BIGINT,
  m DECIMAL(30,4)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a FLOAT,
  c FLOAT,
  d DOUBLE,
  e DOUBLE,
  f FLOAT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(i AS FLOAT) AS a, CAST(b AS FLOAT) AS c, CAST(b AS DOUBLE) AS d, CAST(m AS DOUBLE) AS e,
  CAST(m AS FLOAT) AS f
FROM t;
