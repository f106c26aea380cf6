-- Casts between scalar types, full of NULLs
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
  c0 STRING,
  c1 TINYINT,
  c2 SMALLINT,
  c3 INT,
  c4 INT,
  c5 DECIMAL(6, 2),
  c6 STRING,
  c7 DECIMAL(10, 1),
  c8 STRING,
  c9 BIGINT,
  c10 STRING,
  c11 INT,
  c12 BOOLEAN,
  c13 DOUBLE,
  c14 CHAR(4),
  c15 FLOAT,
  c16 DECIMAL(2, 0)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(a AS STRING) AS c0, CAST(b AS TINYINT) AS c1, CAST(c AS SMALLINT) AS c2,
  CAST(d AS INT) AS c3, CAST(e AS INT) AS c4, CAST(f AS DECIMAL(6,2)) AS c5,
  CAST(g AS STRING) AS c6, CAST(g AS DECIMAL(10,1)) AS c7, CAST(h AS STRING) AS c8,
  CAST(i AS BIGINT) AS c9, CAST(i AS STRING) AS c10, CAST(j AS INT) AS c11,
  CAST(c AS BOOLEAN) AS c12, CAST(d AS DOUBLE) AS c13, CAST(e AS CHAR(4)) AS c14,
  CAST(f AS FLOAT) AS c15, CAST(a AS DECIMAL(2,0)) AS c16
FROM t;
