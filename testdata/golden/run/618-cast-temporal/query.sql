-- DATE to TIMESTAMP is midnight; TIMESTAMP to DATE or to fewer digits cuts toward 1970
CREATE TABLE t (
  d DATE,
  z TIMESTAMP(9)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a TIMESTAMP(3),
  b DATE,
  c TIMESTAMP(3),
  e TIMESTAMP(0),
  f TIMESTAMP(4)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CAST(d AS TIMESTAMP(3)) AS a, CAST(z AS DATE) AS b, CAST(z AS TIMESTAMP(3)) AS c,
  CAST(z AS TIMESTAMP(0)) AS e, CAST(z AS TIMESTAMP(4)) AS f
FROM t;
