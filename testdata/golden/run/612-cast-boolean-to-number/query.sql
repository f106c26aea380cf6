-- TRUE is 1 and FALSE is 0 in every number type
CREATE TABLE t (
  b BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a TINYINT,
  c INT,
  d BIGINT,
  e DOUBLE,
  f DECIMAL(3, 1)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(b AS TINYINT) AS a, CAST(b AS INT) AS c, CAST(b AS BIGINT) AS d, CAST(b AS DOUBLE) AS e,
  CAST(b AS DECIMAL(3,1)) AS f
FROM t;
