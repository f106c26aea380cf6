-- UPPER and LOWER map letters beyond ASCII too
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
  u STRING,
  l STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, UPPER(s) AS u, LOWER(s) AS l FROM t;
