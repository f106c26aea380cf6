-- INSERT widens numbers, changes DECIMAL and TIMESTAMP precision, and VARCHAR length
CREATE TABLE t (
  a TINYINT,
  b INT,
  m DECIMAL(6,3),
  z TIMESTAMP(6),
  s STRING,
  d DATE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a BIGINT,
  b DOUBLE,
  m DECIMAL(4,2),
  z TIMESTAMP(3),
  s VARCHAR(2),
  d TIMESTAMP(3),
  f FLOAT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a, b, m, z, s, CAST(d AS TIMESTAMP(0)), a FROM t;
