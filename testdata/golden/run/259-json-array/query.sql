-- JSON_ARRAY leaves NULL out unless NULL ON NULL
CREATE TABLE t (
  s STRING,
  c CHAR(3),
  v VARCHAR(5),
  b BOOLEAN,
  ti TINYINT,
  si SMALLINT,
  i INT,
  l BIGINT,
  f FLOAT,
  d DOUBLE,
  e DECIMAL(5, 2),
  w DECIMAL(38, 18),
  z DECIMAL(10, 0),
  t0 TIMESTAMP(0),
  t3 TIMESTAMP(3),
  t6 TIMESTAMP(6)
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
  c4 STRING,
  c5 STRING,
  c6 STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT JSON_ARRAY(s, c, v, b, ti, si, i, l, f, d, e, w, z, t0, t3, t6) AS c0,
  JSON_ARRAY(s, c, v, b, ti, si, i, l, f, d, e, w, z, t0, t3, t6 NULL ON NULL) AS c1,
  JSON_ARRAY(i, s ABSENT ON NULL) AS c2,
  JSON_ARRAY() AS c3,
  JSON_ARRAY(s) AS c4,
  JSON_ARRAY(CAST(NULL AS INT)) AS c5,
  JSON_ARRAY(i + 1, 'x', TRUE, 1.50) AS c6
FROM t;
