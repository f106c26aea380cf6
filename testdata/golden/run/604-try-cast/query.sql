-- TRY_CAST gives NULL where CAST fails
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  i INT,
  d DOUBLE,
  m BIGINT,
  b BOOLEAN,
  a DATE,
  z TIMESTAMP(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, TRY_CAST(s AS INT) AS i, TRY_CAST(s AS DOUBLE) AS d, TRY_CAST(s AS BIGINT) AS m,
  TRY_CAST(s AS BOOLEAN) AS b, TRY_CAST(s AS DATE) AS a, TRY_CAST(s AS TIMESTAMP(3)) AS z
FROM t;
