-- CHAR(n) pads with blanks and cuts to n, VARCHAR(n) only cuts; in characters
CREATE TABLE t (
  s STRING,
  i INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a CHAR(4),
  b VARCHAR(4),
  c CHAR(4),
  d VARCHAR(4),
  n INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(s AS CHAR(3)) || '|' AS a, CAST(s AS VARCHAR(3)) || '|' AS b,
  CAST(i AS CHAR(3)) || '|' AS c,
  CAST(i AS VARCHAR(3)) || '|' AS d, CHAR_LENGTH(CAST(s AS CHAR(3))) AS n
FROM t;
