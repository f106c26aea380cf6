-- A narrowing cast of integers wraps
CREATE TABLE t (
  i INT,
  b BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a TINYINT,
  c SMALLINT,
  d INT,
  e SMALLINT,
  f TINYINT,
  g BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(i AS TINYINT) AS a, CAST(i AS SMALLINT) AS c, CAST(b AS INT) AS d,
  CAST(b AS SMALLINT) AS e,
  CAST(b AS TINYINT) AS f, CAST(i AS BIGINT) AS g
FROM t;
