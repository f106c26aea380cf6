-- TRIM takes blanks, or the given characters, from both ends or one; tabs are no blanks
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
  b STRING,
  c STRING,
  d STRING,
  e STRING,
  f STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CONCAT('<', TRIM(s), '>') AS a, TRIM(LEADING 'x' FROM s) AS b,
  TRIM(TRAILING 'x' FROM s) AS c,
  TRIM(BOTH 'x' FROM s) AS d, LTRIM(s) AS e, CONCAT(RTRIM(s), '|') AS f
FROM t;
