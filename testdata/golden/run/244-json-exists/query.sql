-- JSON_EXISTS is TRUE for a value that is not null, and for any path to several values; a strict path that leads nowhere is an error
CREATE TABLE t (
  j STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  c0 STRING,
  c1 BOOLEAN,
  c2 BOOLEAN,
  c3 BOOLEAN,
  c4 BOOLEAN,
  c5 BOOLEAN,
  c6 BOOLEAN,
  c7 BOOLEAN,
  c8 BOOLEAN,
  c9 BOOLEAN,
  c10 BOOLEAN,
  c11 BOOLEAN,
  c12 BOOLEAN,
  c13 BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT j AS c0,
  JSON_EXISTS(j, '$.a') AS c1,
  JSON_EXISTS(j, 'lax $.a') AS c2,
  JSON_EXISTS(j, '$.a' TRUE ON ERROR) AS c3,
  JSON_EXISTS(j, '$.a' FALSE ON ERROR) AS c4,
  JSON_EXISTS(j, '$.a' UNKNOWN ON ERROR) AS c5,
  JSON_EXISTS(j, 'lax $.a' UNKNOWN ON ERROR) AS c6,
  JSON_EXISTS(j, '$.a[*]' UNKNOWN ON ERROR) AS c7,
  JSON_EXISTS(j, 'lax $.a[*]' UNKNOWN ON ERROR) AS c8,
  JSON_EXISTS(j, '$..b' UNKNOWN ON ERROR) AS c9,
  JSON_EXISTS(j, '$.a.b' UNKNOWN ON ERROR) AS c10,
  JSON_EXISTS(j, '$.a[0]' UNKNOWN ON ERROR) AS c11,
  JSON_EXISTS(j, '$' UNKNOWN ON ERROR) AS c12,
  JSON_EXISTS(j, 'lax $.a' ERROR ON ERROR) AS c13
FROM t
WHERE j <> 'null' OR j IS NULL;
