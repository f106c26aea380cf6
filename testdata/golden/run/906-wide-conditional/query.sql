-- CASE, IF, COALESCE, NULLIF, GREATEST and LEAST, full of NULLs
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
  c0 INT,
  c1 CHAR(4),
  c2 STRING,
  c3 STRING,
  c4 INT,
  c5 INT,
  c6 STRING,
  c7 DECIMAL(12, 2),
  c8 INT,
  c9 STRING,
  c10 TIMESTAMP(3),
  c11 DECIMAL(12, 2),
  c12 BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CASE WHEN p THEN a WHEN q THEN b ELSE 0 END AS c0,
  CASE a WHEN b THEN 'same' WHEN 0 THEN 'zero' END AS c1, IF(p, s, u) AS c2,
  COALESCE(s, u, '-') AS c3, COALESCE(a, b) AS c4, NULLIF(a, b) AS c5, NULLIF(s, '') AS c6,
  IF(a > b, e, 0) AS c7, GREATEST(a, b) AS c8, LEAST(s, u) AS c9,
  CASE WHEN d IS NULL THEN z ELSE CAST(d AS TIMESTAMP(3)) END AS c10, COALESCE(e, a) AS c11,
  IFNULL(p, q) AS c12
FROM t;
