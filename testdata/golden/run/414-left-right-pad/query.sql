-- LEFT, RIGHT, LPAD, RPAD and REPEAT count characters; borders give '' or NULL
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
  s STRING,
  n INT,
  l STRING,
  g STRING,
  lp STRING,
  rp STRING,
  x STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, n, `LEFT`(s, n) AS l, `RIGHT`(s, n) AS g, LPAD(s, n, '*-') AS lp, RPAD(s, n, '*-') AS rp,
  REPEAT(s, n) AS x
FROM t;
