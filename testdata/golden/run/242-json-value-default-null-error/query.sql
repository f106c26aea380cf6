-- DEFAULT NULL is refused
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
SELECT JSON_VALUE(j, '$.a' DEFAULT NULL ON EMPTY) AS c0
FROM t;
