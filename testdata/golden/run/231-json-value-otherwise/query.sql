-- ON EMPTY is for lax paths that lead nowhere, ON ERROR for strict ones; null in the place of the text is always an error
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
  c6 STRING,
  c7 STRING,
  c8 STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT j AS c0,
  JSON_VALUE(j, '$.a' DEFAULT 'empty' ON EMPTY DEFAULT 'error' ON ERROR) AS c1,
  JSON_VALUE(j, 'lax $.a' DEFAULT 'empty' ON EMPTY DEFAULT 'error' ON ERROR) AS c2,
  JSON_VALUE(j, 'STRICT  $.a' DEFAULT 'error' ON ERROR DEFAULT 'empty' ON EMPTY) AS c3,
  JSON_VALUE(j, 'Lax $.a.b' DEFAULT 'empty' ON EMPTY NULL ON ERROR) AS c4,
  JSON_VALUE(j, '$.a[1]' NULL ON EMPTY DEFAULT 'error' ON ERROR) AS c5,
  JSON_VALUE(j, 'lax $' DEFAULT 'empty' ON EMPTY DEFAULT 'error' ON ERROR) AS c6,
  JSON_VALUE(j, '$' DEFAULT 'empty' ON EMPTY DEFAULT 'error' ON ERROR) AS c7,
  JSON_VALUE(j, 'lax $.a' NULL ON EMPTY ERROR ON ERROR) AS c8
FROM t
WHERE j <> 'null';
