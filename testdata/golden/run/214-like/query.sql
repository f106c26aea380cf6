-- LIKE matches the whole string: % any run, _ one character, case counts, NULL gives NULL
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  p BOOLEAN,
  u BOOLEAN,
  m BOOLEAN,
  e BOOLEAN,
  x BOOLEAN,
  n BOOLEAN,
  anything BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, s LIKE 'a%' AS p, s LIKE '_bc' AS u, s LIKE '%b%' AS m, s LIKE '%c' AS e,
  s LIKE 'abc' AS x,
  s NOT LIKE 'a.c' AS n, s LIKE '%' AS anything
FROM t;
