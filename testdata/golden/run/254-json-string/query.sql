-- JSON_STRING writes each type: decimals without zeros behind, floats as Java does, times with T
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
  c6 STRING,
  c7 STRING,
  c8 STRING,
  c9 STRING,
  c10 STRING,
  c11 STRING,
  c12 STRING,
  c13 STRING,
  c14 STRING,
  c15 STRING,
  c16 STRING,
  c17 STRING,
  c18 STRING,
  c19 STRING,
  c20 STRING,
  c21 STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT JSON_STRING(s) AS c0,
  JSON_STRING(c) AS c1,
  JSON_STRING(v) AS c2,
  JSON_STRING(b) AS c3,
  JSON_STRING(ti) AS c4,
  JSON_STRING(si) AS c5,
  JSON_STRING(i) AS c6,
  JSON_STRING(l) AS c7,
  JSON_STRING(f) AS c8,
  JSON_STRING(d) AS c9,
  JSON_STRING(e) AS c10,
  JSON_STRING(w) AS c11,
  JSON_STRING(z) AS c12,
  JSON_STRING(t0) AS c13,
  JSON_STRING(t3) AS c14,
  JSON_STRING(t6) AS c15,
  JSON_STRING(CAST('NaN' AS DOUBLE)) AS c16,
  JSON_STRING(1.10) AS c17,
  JSON_STRING(s || v) AS c18,
  JSON_STRING(i > 0) AS c19,
  JSON_STRING(x'0aff') AS c20,
  JSON_STRING(CAST(t3 AS TIMESTAMP_LTZ(3))) AS c21
FROM t;
