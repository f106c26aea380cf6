-- A projection of 20 expressions over 10 columns
CREATE TABLE facts (
  a BIGINT,
  b BIGINT,
  c INT,
  d DOUBLE,
  e DOUBLE,
  f BOOLEAN,
  s STRING,
  t STRING,
  p DECIMAL(10, 2),
  ts TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'facts',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.group.id' = 'calc',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'csv',
  'csv.ignore-parse-errors' = 'true'
);

CREATE TABLE results (
  c1 BIGINT,
  c2 BIGINT,
  c3 BIGINT,
  c4 STRING,
  c5 DOUBLE,
  c6 DOUBLE,
  c7 BIGINT,
  c8 STRING,
  c9 STRING,
  c10 INT,
  c11 STRING,
  c12 DECIMAL(21, 2),
  c13 DECIMAL(11, 2),
  c14 BIGINT,
  c15 BIGINT,
  c16 STRING,
  c17 BOOLEAN,
  c18 BOOLEAN,
  c19 INT,
  c20 BIGINT
) WITH (
  'connector' = 'blackhole'
);

INSERT INTO results
SELECT
  a + b,
  a * 3 - b,
  MOD(a, 7),
  CASE WHEN c > 1000 THEN 'big' WHEN c > 10 THEN 'middle' ELSE 'small' END,
  d * e,
  d / 3 + e,
  CAST(c AS BIGINT) * a,
  UPPER(s),
  SUBSTRING(t, 1, 8),
  CHAR_LENGTH(s),
  s || '-' || t,
  p * 2,
  p + 1.50,
  EXTRACT(HOUR FROM ts),
  EXTRACT(YEAR FROM ts),
  COALESCE(s, t),
  a BETWEEN 10 AND 1000 AND f,
  t LIKE 'item%',
  ABS(c),
  IF(f, a, b)
FROM facts;
