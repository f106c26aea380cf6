-- ERROR ON ERROR of JSON_EXISTS fails the job for a strict path that leads nowhere
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
SELECT JSON_EXISTS(j, '$.b' ERROR ON ERROR) AS c0
FROM t;
