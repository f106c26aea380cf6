-- ERROR ON EMPTY of JSON_QUERY fails the job for a scalar at a lax path
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
SELECT JSON_QUERY(j, 'lax $.a' ERROR ON EMPTY) AS c0
FROM t;
