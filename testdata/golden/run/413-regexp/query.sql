-- REGEXP finds anywhere; an empty expression finds nothing; SIMILAR TO matches the whole string
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
  f BOOLEAN,
  e BOOLEAN,
  m BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, REGEXP(s, '0[0-9]') AS f, REGEXP(s, '') AS e, s SIMILAR TO '4[0-9][0-9]' AS m FROM t;
