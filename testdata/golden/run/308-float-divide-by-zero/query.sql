-- Division by zero of DOUBLE and FLOAT gives Infinity or NaN
CREATE TABLE t (
  a DOUBLE,
  b FLOAT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  q DOUBLE,
  p FLOAT,
  d DOUBLE,
  n DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a / b AS q, b / a AS p, a / CAST(b AS DOUBLE) AS d, -a / b AS n FROM t;
