-- MD5, SHA1 and SHA256 are lower-case hexadecimal of the UTF-8 bytes
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
  m CHAR(32),
  h1 CHAR(40),
  h2 CHAR(64)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, MD5(s) AS m, SHA1(s) AS h1, SHA256(s) AS h2 FROM t;
