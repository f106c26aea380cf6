-- Nested AND, OR, NOT and IS over comparisons, full of NULLs
CREATE TABLE t (
  p BOOLEAN,
  q BOOLEAN,
  r BOOLEAN,
  a INT,
  b INT,
  s STRING,
  u STRING,
  d DATE,
  z TIMESTAMP(3),
  e DECIMAL(5,2)
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
  c9 BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT p AND q OR r AS c0, NOT (p OR q) AND r AS c1, (p OR a > 0) AND (q OR b < 0) AS c2,
  p = q AS c3, p <> (a = b) AS c4, (a > b) IS UNKNOWN AS c5, (s = u AND p) IS NOT FALSE AS c6,
  NOT (a IN (1, b) OR q) AS c7, (p AND q) IS TRUE OR (a IS NULL AND r IS NOT NULL) AS c8,
  s > u OR d < DATE '2000-01-01' AS c9
FROM t;
