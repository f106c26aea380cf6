-- CONCAT and || are NULL when any part is NULL; numbers must be cast
CREATE TABLE t (
  a STRING,
  b STRING,
  n INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  p STRING,
  c STRING,
  m STRING,
  k CHAR(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT a || b AS p, CONCAT(a, '-', b) AS c, a || CAST(n AS STRING) AS m, 'x' || 'yz' AS k FROM t;
