-- A path may be a column; NULL as text or path gives NULL whatever the clauses say; a malformed path is an error of each row
CREATE TABLE t (
  j STRING,
  p STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  c0 STRING,
  c1 STRING,
  c2 STRING,
  c3 STRING,
  c4 STRING,
  c5 STRING,
  c6 STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT p AS c0,
  JSON_VALUE(j, p) AS c1,
  JSON_VALUE(j, p DEFAULT 'empty' ON EMPTY DEFAULT 'error' ON ERROR) AS c2,
  JSON_VALUE(j, p DEFAULT 5 ON ERROR) AS c3,
  JSON_QUERY(j, p WITH WRAPPER) AS c4,
  JSON_VALUE(j, CAST(NULL AS STRING)) AS c5,
  JSON_VALUE(CAST(NULL AS STRING), p DEFAULT 'x' ON EMPTY DEFAULT 'y' ON ERROR) AS c6
FROM t;
