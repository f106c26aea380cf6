-- Comparisons over pairs of number types, full of NULLs
CREATE TABLE t (
  a TINYINT,
  b SMALLINT,
  c INT,
  d BIGINT,
  e DECIMAL(5,2),
  f DECIMAL(18,6),
  g DECIMAL(38,10),
  h FLOAT,
  i DOUBLE,
  j BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  c0 BOOLEAN,
  c1 BOOLEAN,
  c2 BOOLEAN,
  c3 BOOLEAN,
  c4 BOOLEAN,
  c5 BOOLEAN,
  c6 BOOLEAN,
  c7 BOOLEAN,
  c8 BOOLEAN,
  c9 BOOLEAN,
  c10 BOOLEAN,
  c11 BOOLEAN,
  c12 BOOLEAN,
  c13 BOOLEAN,
  c14 BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT a < b AS c0, b = c AS c1, c >= d AS c2, a <> e AS c3, e > f AS c4, f <= g AS c5,
  d = e AS c6, h < i AS c7, i = c AS c8, e = i AS c9, c BETWEEN a AND b AS c10,
  d IN (0, 1, -7) AS c11, e IN (1.5, 12.34) AS c12, a IS DISTINCT FROM c AS c13,
  b IS NOT DISTINCT FROM c AS c14
FROM t;
