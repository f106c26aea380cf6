-- REVERSE turns characters around, INITCAP starts each word with a capital
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
  b STRING,
  i STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, REVERSE(s) AS b, INITCAP(s) AS i FROM t;
