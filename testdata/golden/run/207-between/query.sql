-- BETWEEN includes both ends, is AND of two comparisons with NULL, SYMMETRIC swaps the ends
CREATE TABLE t (
  v INT,
  hi INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  v INT,
  hi INT,
  b BOOLEAN,
  n BOOLEAN,
  s BOOLEAN,
  c BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT v, hi, v BETWEEN 1 AND hi AS b, v NOT BETWEEN 1 AND hi AS n,
  v BETWEEN SYMMETRIC 4 AND hi AS s, 12 BETWEEN hi AND 10 AS c
FROM t;
