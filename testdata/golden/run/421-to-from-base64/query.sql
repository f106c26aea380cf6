-- TO_BASE64 and FROM_BASE64 work on UTF-8 text; HEX and BIN give digits
CREATE TABLE t (
  s STRING,
  n INT
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
  e STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT TO_BASE64(s) AS a, FROM_BASE64(TO_BASE64(s)) AS b, HEX(s) AS c, HEX(n) AS d, BIN(n) AS e
FROM t;
