-- DOUBLE to an integer cuts toward zero, saturates at INT or BIGINT, and NaN is 0
CREATE TABLE t (
  d DOUBLE
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
  e BIGINT,
  f INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(d AS TINYINT) AS a, CAST(d AS SMALLINT) AS b, CAST(d AS INT) AS c,
  CAST(d AS BIGINT) AS e,
  CAST(CAST(d AS FLOAT) AS INT) AS f
FROM t;
