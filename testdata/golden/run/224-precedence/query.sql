-- NOT binds weaker than comparison, AND stronger than OR, * stronger than +, minus from the left
CREATE TABLE t (
  a INT,
  b INT,
  c INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  n BOOLEAN,
  o BOOLEAN,
  m INT,
  s INT,
  u INT,
  d INT,
  j BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT NOT a = b AS n, a = 1 OR a = 2 AND b = 9 AS o, a + b * c AS m, a - b - c AS s, -a + b AS u,
  c * c / b AS d, 'x' || 'y' = 'xy' AS j
FROM t;
