-- ERROR ON ERROR of JSON_QUERY fails the job for a scalar
CREATE TABLE t (
  j STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  c0 STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT JSON_QUERY(j, '$.a' ERROR ON ERROR) AS c0
FROM t;
