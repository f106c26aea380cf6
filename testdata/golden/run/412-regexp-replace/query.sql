-- REGEXP_REPLACE changes every match; the replacement is literal, $1 too; a bad expression is NULL
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
  a STRING,
  b STRING,
  c STRING,
  bad STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, REGEXP_REPLACE(s, '[0-9]+', '#') AS a, REGEXP_REPLACE(s, '(o+)', '<$1>') AS b,
  REGEXP_REPLACE(s, '', '-') AS c, REGEXP_REPLACE(s, '(', '-') AS bad
FROM t;
