-- LIKE, REGEXP and comparisons of text, full of NULLs
CREATE TABLE t (
  s STRING,
  u STRING,
  v STRING,
  w STRING,
  i INT,
  j INT,
  a TINYINT,
  b BIGINT,
  p BOOLEAN,
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
  c9 STRING,
  c10 STRING,
  c11 BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s LIKE 'a%' AS c0, s LIKE '%b%' AS c1, s LIKE '_' AS c2, s LIKE u AS c3,
  s LIKE '%!%' ESCAPE '!' AS c4, s = u AS c5, s < u AS c6, v >= w AS c7,
  s IN ('a', '', 'é') AS c8, REGEXP_EXTRACT(v, '([a-z])=([0-9])', 2) AS c9,
  REGEXP_REPLACE(w, '[ab]', '#') AS c10, REGEXP(s, '^[a-z]+$') AS c11
FROM t;
