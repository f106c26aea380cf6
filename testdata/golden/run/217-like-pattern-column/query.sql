-- The pattern of LIKE may be a column, row by row
CREATE TABLE t (
  s STRING,
  p STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  p STRING,
  m BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, p, s LIKE p AS m FROM t;
