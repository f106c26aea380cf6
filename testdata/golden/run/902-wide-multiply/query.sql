-- * over all pairs of number types, full of NULLs
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
  c0 SMALLINT,
  c1 INT,
  c2 BIGINT,
  c3 BIGINT,
  c4 DECIMAL(9, 2),
  c5 DECIMAL(11, 4),
  c6 DECIMAL(24, 8),
  c7 DECIMAL(38, 6),
  c8 DECIMAL(37, 12),
  c9 FLOAT,
  c10 DOUBLE,
  c11 DOUBLE,
  c12 DECIMAL(13, 1)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT a * b AS c0, b * c AS c1, c * d AS c2, d * d AS c3, a * e AS c4, e * e AS c5, f * e AS c6,
  g * a AS c7, f * f AS c8, h * b AS c9, i * i AS c10, e * h AS c11, c * 1.5 AS c12
FROM t;
