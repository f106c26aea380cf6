-- Numbers and booleans as STRING: TRUE in capitals, DECIMAL with its scale, DOUBLE as Java
CREATE TABLE t (
  b BOOLEAN,
  i TINYINT,
  j INT,
  k BIGINT,
  m DECIMAL(5,2),
  d DOUBLE,
  f FLOAT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a STRING,
  c STRING,
  e STRING,
  g STRING,
  h STRING,
  l STRING,
  n STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(b AS STRING) AS a, CAST(i AS STRING) AS c, CAST(j AS STRING) AS e,
  CAST(k AS STRING) AS g,
  CAST(m AS STRING) AS h, CAST(d AS STRING) AS l, CAST(f AS STRING) AS n
FROM t;
