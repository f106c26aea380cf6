-- IS JSON wants a text
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
SELECT 1 IS JSON AS c0
FROM t;
