-- JSON_VALUE gives a scalar as text; nothing for NULL, an object or array, a missing member and malformed text
CREATE TABLE t (
  j STRING
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
SELECT j AS c0,
  JSON_VALUE(j, '$.a') AS c1,
  JSON_VALUE(j, 'lax $.a') AS c2,
  JSON_VALUE(j, 'strict $.a') AS c3,
  JSON_VALUE(j, '$') AS c4,
  JSON_VALUE(j, 'lax $') AS c5,
  JSON_VALUE(j, '$[0]') AS c6
FROM t;
