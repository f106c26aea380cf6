-- ESCAPE names a character that makes % and _ ordinary
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
  p BOOLEAN,
  u BOOLEAN,
  e BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, s LIKE '100!%' ESCAPE '!' AS p, s LIKE 'a!_b' ESCAPE '!' AS u,
  s LIKE 'a!!b' ESCAPE '!' AS e
FROM t;
