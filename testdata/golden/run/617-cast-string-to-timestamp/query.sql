-- A string to TIMESTAMP(p): date alone is midnight, digits beyond p are cut
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
  a TIMESTAMP(3),
  b TIMESTAMP(0),
  c TIMESTAMP(9)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, TRY_CAST(s AS TIMESTAMP(3)) AS a, TRY_CAST(s AS TIMESTAMP(0)) AS b,
  TRY_CAST(s AS TIMESTAMP(9)) AS c
FROM t;
