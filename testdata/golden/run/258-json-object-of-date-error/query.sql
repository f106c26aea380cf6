-- JSON_OBJECT does not take a DATE
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
SELECT JSON_OBJECT('d' VALUE DATE '2020-01-02') AS c0
FROM t;
