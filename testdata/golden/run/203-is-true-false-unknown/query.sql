-- IS [NOT] TRUE, FALSE, UNKNOWN and NULL never answer NULL
CREATE TABLE t (
  b BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  b BOOLEAN,
  t1 BOOLEAN,
  t2 BOOLEAN,
  f1 BOOLEAN,
  f2 BOOLEAN,
  u1 BOOLEAN,
  u2 BOOLEAN,
  n1 BOOLEAN,
  n2 BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT b, b IS TRUE AS t1, b IS NOT TRUE AS t2, b IS FALSE AS f1, b IS NOT FALSE AS f2,
  b IS UNKNOWN AS u1, b IS NOT UNKNOWN AS u2, b IS NULL AS n1, b IS NOT NULL AS n2
FROM t;
