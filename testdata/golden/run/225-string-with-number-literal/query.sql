-- A number column reads a string literal as a number; BETWEEN and IN read a string column so
CREATE TABLE t (
  i INT,
  s STRING,
  o BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a BOOLEAN,
  b BOOLEAN,
  c BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT i < '10' AS a, s BETWEEN 1 AND 10 AS b, s IN (7, 2) AS c FROM t;
