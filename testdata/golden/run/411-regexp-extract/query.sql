-- REGEXP_EXTRACT gives a group of the first match, the whole for 0; no match or no group is NULL
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
  g2 STRING,
  g0 STRING,
  w STRING,
  g5 STRING,
  bad STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, REGEXP_EXTRACT(s, '(&|^)id=([0-9]+)', 2) AS g2, REGEXP_EXTRACT(s,
  '(&|^)id=([0-9]+)') AS g0,
  REGEXP_EXTRACT(s, '([a-z]+)=', 1) AS w, REGEXP_EXTRACT(s, '([a-z]+)=', 5) AS g5,
  REGEXP_EXTRACT(s, '(', 1) AS bad
FROM t;
