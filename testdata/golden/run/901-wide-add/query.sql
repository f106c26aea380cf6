-- + and - over all pairs of number types, full of NULLs
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
  c4 DECIMAL(6, 2),
  c5 DECIMAL(19, 6),
  c6 DECIMAL(38, 9),
  c7 DECIMAL(22, 2),
  c8 FLOAT,
  c9 DOUBLE,
  c10 DOUBLE,
  c11 DECIMAL(38, 9)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT a + b AS c0, b - c AS c1, c + d AS c2, d - a AS c3, a + e AS c4, e - f AS c5, f + g AS c6,
  d + e AS c7, h + a AS c8, i - d AS c9, e + i AS c10, g - c AS c11
FROM t;
