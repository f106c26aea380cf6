-- JSON_QUERY writes what it finds anew: no blanks, doubles, the last value of a member at the place of the first, few escapes
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
  c2 STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT JSON_QUERY(j, '$') AS c0,
  JSON_QUERY(j, '$.*') AS c1,
  JSON_QUERY(j, 'lax $[0]' WITH WRAPPER) AS c2
FROM t;
