-- A string is trimmed and cut at its point when cast to an integer type
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a TINYINT,
  b SMALLINT,
  c INT,
  d BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(s AS TINYINT) AS a, CAST(s AS SMALLINT) AS b, CAST(s AS INT) AS c,
  CAST(s AS BIGINT) AS d
FROM t;
