-- DECIMAL to an integer cuts toward zero and wraps
CREATE TABLE t (
  d DECIMAL(38,2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a TINYINT,
  b SMALLINT,
  c INT,
  e BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(d AS TINYINT) AS a, CAST(d AS SMALLINT) AS b, CAST(d AS INT) AS c,
  CAST(d AS BIGINT) AS e
FROM t;
