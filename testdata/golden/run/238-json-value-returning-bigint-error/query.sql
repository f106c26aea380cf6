-- RETURNING BIGINT is refused by Flink
CREATE TABLE t (
  j STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  c0 BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT JSON_VALUE(j, '$.a' RETURNING BIGINT) AS c0
FROM t;
