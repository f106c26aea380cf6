-- / and MOD by constants over all number types, full of NULLs
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
  c0 INT,
  c1 INT,
  c2 INT,
  c3 BIGINT,
  c4 DECIMAL(16, 13),
  c5 DECIMAL(29, 17),
  c6 DECIMAL(38, 10),
  c7 FLOAT,
  c8 DOUBLE,
  c9 DECIMAL(10, 6),
  c10 INT,
  c11 INT,
  c12 DECIMAL(3, 2),
  c13 INT,
  c14 INT,
  c15 DECIMAL(26, 12),
  c16 DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT a / 2 AS c0, b / -3 AS c1, c / 7 AS c2, d / 1000 AS c3, e / 3 AS c4, f / 7 AS c5,
  g / 3 AS c6, h / 2 AS c7, i / 3 AS c8, e / 0.3 AS c9, MOD(a, 5) AS c10, MOD(d, 7) AS c11,
  MOD(e, 0.7) AS c12, MOD(c, -4) AS c13, 100 / NULLIF(c, 0) AS c14, f / NULLIF(e, 0) AS c15,
  i / h AS c16
FROM t;
