-- A cast to DECIMAL rounds half up; what does not fit the precision is NULL
CREATE TABLE t (
  s STRING,
  d DOUBLE,
  m DECIMAL(10,3),
  i INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a DECIMAL(5, 2),
  b DECIMAL(5, 2),
  c DECIMAL(5, 2),
  e DECIMAL(5, 2),
  f DECIMAL(3, 0)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(s AS DECIMAL(5,2)) AS a, CAST(d AS DECIMAL(5,2)) AS b, CAST(m AS DECIMAL(5,2)) AS c,
  CAST(i AS DECIMAL(5,2)) AS e, CAST(m AS DECIMAL(3,0)) AS f
FROM t;
