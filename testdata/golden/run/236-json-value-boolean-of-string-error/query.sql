-- RETURNING BOOLEAN of a string fails the job
CREATE TABLE t (
  j STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  c0 BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT JSON_VALUE(j, '$.a' RETURNING BOOLEAN) AS c0
FROM t;
