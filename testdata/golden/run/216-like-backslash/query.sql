-- Without ESCAPE a backslash in a LIKE pattern is ordinary, as are signs of regular expressions
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
  e BOOLEAN,
  p BOOLEAN,
  b BOOLEAN,
  q BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, s LIKE 'a\_b' AS e, s LIKE 'a\%b' AS p, s LIKE 'a(b' AS b, s LIKE 'a+_' AS q FROM t;
