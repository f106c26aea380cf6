-- A name of JSON_OBJECT that may be NULL is refused
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
SELECT JSON_OBJECT(j VALUE 1) AS c0
FROM t;
