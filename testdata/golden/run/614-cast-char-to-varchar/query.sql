-- A CHAR value keeps its padding as VARCHAR or STRING, and compares with it
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
  b BOOLEAN,
  c BOOLEAN,
  d VARCHAR(2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(CAST(s AS CHAR(3)) AS STRING) || '|' AS a, CAST(s AS CHAR(3)) = 'ab' AS b,
  CAST(s AS CHAR(3)) = s AS c, CAST(CAST(s AS CHAR(3)) AS VARCHAR(2)) AS d
FROM t;
