-- SUBSTRING counts from 1; 0 is as 1, negative from the end, beyond is '', negative length NULL
CREATE TABLE t (
  s STRING,
  i INT,
  n INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  i INT,
  n INT,
  a STRING,
  b STRING,
  c STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, i, n, SUBSTRING(s, i, n) AS a, SUBSTRING(s FROM i) AS b, SUBSTR(s, i) AS c FROM t;
