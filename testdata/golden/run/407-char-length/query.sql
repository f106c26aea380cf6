-- CHAR_LENGTH counts characters, not bytes
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
  a INT,
  b INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, CHAR_LENGTH(s) AS a, CHARACTER_LENGTH(s) AS b FROM t;
