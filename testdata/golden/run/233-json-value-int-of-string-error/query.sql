-- RETURNING INTEGER of a string fails the job, whatever ON ERROR says
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
SELECT JSON_VALUE(j, '$.a' RETURNING INTEGER NULL ON EMPTY NULL ON ERROR) AS c0
FROM t;
