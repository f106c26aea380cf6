-- OVERLAY replaces by position; ASCII is the first byte; CHR the character of a code
CREATE TABLE t (
  s STRING,
  n INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a STRING,
  b STRING,
  c INT,
  d INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT OVERLAY(s PLACING 'XY' FROM 2) AS a, OVERLAY(s PLACING 'X' FROM 2 FOR 3) AS b, ASCII(s) AS c,
  CHAR_LENGTH(CHR(n)) AS d
FROM t;
