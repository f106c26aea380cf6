-- Functions of DATE and TIMESTAMP, full of NULLs
CREATE TABLE t (
  d DATE,
  x DATE,
  z TIMESTAMP(3),
  y TIMESTAMP(3),
  s STRING,
  i INT,
  p BOOLEAN,
  a TINYINT,
  b BIGINT,
  e DECIMAL(5,2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  c0 BIGINT,
  c1 BIGINT,
  c2 BIGINT,
  c3 STRING,
  c4 DATE,
  c5 STRING,
  c6 STRING,
  c7 BOOLEAN,
  c8 BOOLEAN,
  c9 TIMESTAMP(3),
  c10 TIMESTAMP(3),
  c11 INT,
  c12 TIMESTAMP(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT EXTRACT(YEAR FROM d) AS c0, EXTRACT(DOY FROM x) AS c1, EXTRACT(HOUR FROM z) AS c2,
  DATE_FORMAT(z, 'yyyy-MM-dd HH:mm') AS c3, CAST(z AS DATE) AS c4, CAST(x AS STRING) AS c5,
  CAST(y AS STRING) AS c6, d < x AS c7, z >= y AS c8, z + INTERVAL '90' MINUTE AS c9,
  y - INTERVAL '1' MONTH AS c10, TIMESTAMPDIFF(DAY, z, y) AS c11, FLOOR(z TO MONTH) AS c12
FROM t;
