-- POWER, SQRT, EXP, LN, LOG10, LOG2 and LOG give DOUBLE, with NaN and Infinity for bad arguments
CREATE TABLE t (
  x DOUBLE,
  y DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  p DOUBLE,
  s DOUBLE,
  e DOUBLE,
  l DOUBLE,
  t10 DOUBLE,
  t2 DOUBLE,
  lb DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT POWER(x, y) AS p, SQRT(x) AS s, EXP(x) AS e, LN(x * x) AS l, LOG10(x) AS t10, LOG2(x) AS t2,
  LOG(2, x) AS lb
FROM t;
