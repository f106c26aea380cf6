-- Integer overflow wraps silently in the result's type
CREATE TABLE t (
  a TINYINT,
  b SMALLINT,
  c INT,
  d BIGINT
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
  d BIGINT,
  e INT,
  f INT,
  g BIGINT,
  h TINYINT,
  i INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT a + a AS a, b + b AS b, c + 1 AS c, d + 1 AS d, c * 2 AS e, c - 2 AS f, -d AS g, -a AS h,
  -c AS i
FROM t;
