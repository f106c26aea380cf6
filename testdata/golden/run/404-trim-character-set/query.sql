-- More than one character to trim is a set, stripped in any order
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a STRING,
  b STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT TRIM(BOTH 'xy' FROM s) AS a, TRIM(LEADING 'yx' FROM s) AS b FROM t;
