-- ABS, SIGN, ROUND, FLOOR, CEIL and TRUNCATE over all number types, full of NULLs
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
  c0 TINYINT,
  c1 BIGINT,
  c2 DECIMAL(5, 2),
  c3 FLOAT,
  c4 DECIMAL(18, 6),
  c5 INT,
  c6 DECIMAL(5, 1),
  c7 DECIMAL(15, 2),
  c8 FLOAT,
  c9 BIGINT,
  c10 DECIMAL(5, 0),
  c11 DECIMAL(18, 0),
  c12 DOUBLE,
  c13 FLOAT,
  c14 DECIMAL(16, 3),
  c15 DECIMAL(38, 0),
  c16 DECIMAL(38, 10)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT ABS(a) AS c0, ABS(d) AS c1, ABS(e) AS c2, ABS(h) AS c3, SIGN(f) AS c4, SIGN(c) AS c5,
  ROUND(e, 1) AS c6, ROUND(f, 2) AS c7, ROUND(h, 1) AS c8, ROUND(d, -1) AS c9, FLOOR(e) AS c10,
  CEIL(f) AS c11, FLOOR(i) AS c12, CEIL(h) AS c13, TRUNCATE(f, 3) AS c14, FLOOR(g) AS c15,
  -g AS c16
FROM t;
