-- A key of any type: values that print alike but differ are different groups
CREATE TABLE t (
  b BOOLEAN,
  i TINYINT,
  d DECIMAL(5,2),
  f DOUBLE,
  s STRING,
  a DATE,
  z TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  b BOOLEAN,
  i TINYINT,
  d DECIMAL(5, 2),
  f DOUBLE,
  s STRING,
  a DATE,
  z TIMESTAMP(3),
  n BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT b, i, d, f, s, a, z, COUNT(*) AS n FROM t GROUP BY b, i, d, f, s, a, z;
