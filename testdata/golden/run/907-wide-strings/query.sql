-- String functions over text full of NULLs, blanks and non-ASCII
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
  c0 STRING,
  c1 STRING,
  c2 STRING,
  c3 STRING,
  c4 INT,
  c5 INT,
  c6 STRING,
  c7 STRING,
  c8 STRING,
  c9 STRING,
  c10 STRING,
  c11 STRING,
  c12 CHAR(32)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s || u AS c0, UPPER(s) AS c1, LOWER(u) AS c2, TRIM(s) AS c3, CHAR_LENGTH(v) AS c4,
  POSITION(u IN s) AS c5, REPLACE(s, 'a', w) AS c6, SUBSTRING(s, a) AS c7,
  SPLIT_INDEX(v, ',', a) AS c8, CONCAT(s, '|', u) AS c9, CONCAT_WS('/', s, u, v) AS c10,
  REVERSE(w) AS c11, MD5(s) AS c12
FROM t;
