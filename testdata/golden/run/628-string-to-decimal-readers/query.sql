-- A text of 18 bytes at most is read by one reader when the precision is 18 at most, all others by a stricter one
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  a DECIMAL(10, 2),
  b DECIMAL(18, 0),
  c DECIMAL(5, 5),
  d DECIMAL(1, 0),
  e DECIMAL(17, 3),
  f DECIMAL(19, 2),
  g DECIMAL(38, 10)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, TRY_CAST(s AS DECIMAL(10, 2)), TRY_CAST(s AS DECIMAL(18, 0)),
  TRY_CAST(s AS DECIMAL(5, 5)), TRY_CAST(s AS DECIMAL(1, 0)), TRY_CAST(s AS DECIMAL(17, 3)),
  TRY_CAST(s AS DECIMAL(19, 2)), TRY_CAST(s AS DECIMAL(38, 10))
FROM t;
