-- RETURNING INTEGER of a number beyond 32 bits fails the job
CREATE TABLE t (
  j STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  c0 INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT JSON_VALUE(j, '$.a' RETURNING INTEGER) AS c0
FROM t;
