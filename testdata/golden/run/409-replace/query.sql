-- REPLACE changes all occurrences literally from left to right; an empty search fits everywhere
CREATE TABLE t (
  s STRING,
  f STRING,
  w STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  x STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, REPLACE(s, f, w) AS x FROM t;
