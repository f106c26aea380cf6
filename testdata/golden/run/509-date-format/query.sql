-- DATE_FORMAT writes by Java's DateTimeFormatter pattern
CREATE TABLE t (
  z TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a STRING,
  b STRING,
  c STRING,
  d STRING,
  e STRING,
  f STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT DATE_FORMAT(z, 'yyyy-MM-dd HH:mm:ss') AS a, DATE_FORMAT(z, 'yyyyMMdd') AS b,
  DATE_FORMAT(z, 'HH:mm:ss.SSS') AS c, DATE_FORMAT(z, 'yy/M/d h a') AS d,
  DATE_FORMAT(z, '''on'' EEE, d MMM') AS e, DATE_FORMAT(z, 'D') AS f
FROM t;
