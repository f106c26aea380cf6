-- A wrapper puts what is found into an array, a conditional one only what is no array; without one a scalar is an error
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
  c8 STRING,
  c9 STRING,
  c10 STRING,
  c11 STRING,
  c12 STRING,
  c13 STRING,
  c14 STRING,
  c15 STRING,
  c16 STRING,
  c17 STRING,
  c18 STRING,
  c19 STRING,
  c20 STRING,
  c21 STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT j AS c0,
  JSON_QUERY(j, '$.a') AS c1,
  JSON_QUERY(j, '$.a' WITHOUT WRAPPER) AS c2,
  JSON_QUERY(j, '$.a' WITHOUT ARRAY WRAPPER) AS c3,
  JSON_QUERY(j, '$.a' WITH WRAPPER) AS c4,
  JSON_QUERY(j, '$.a' WITH ARRAY WRAPPER) AS c5,
  JSON_QUERY(j, '$.a' WITH UNCONDITIONAL WRAPPER) AS c6,
  JSON_QUERY(j, '$.a' WITH CONDITIONAL ARRAY WRAPPER) AS c7,
  JSON_QUERY(j, 'lax $.a') AS c8,
  JSON_QUERY(j, 'lax $.a' WITHOUT WRAPPER) AS c9,
  JSON_QUERY(j, 'lax $.a' WITHOUT ARRAY WRAPPER) AS c10,
  JSON_QUERY(j, 'lax $.a' WITH WRAPPER) AS c11,
  JSON_QUERY(j, 'lax $.a' WITH ARRAY WRAPPER) AS c12,
  JSON_QUERY(j, 'lax $.a' WITH UNCONDITIONAL WRAPPER) AS c13,
  JSON_QUERY(j, 'lax $.a' WITH CONDITIONAL ARRAY WRAPPER) AS c14,
  JSON_QUERY(j, '$.a[*]') AS c15,
  JSON_QUERY(j, '$.a[*]' WITHOUT WRAPPER) AS c16,
  JSON_QUERY(j, '$.a[*]' WITHOUT ARRAY WRAPPER) AS c17,
  JSON_QUERY(j, '$.a[*]' WITH WRAPPER) AS c18,
  JSON_QUERY(j, '$.a[*]' WITH ARRAY WRAPPER) AS c19,
  JSON_QUERY(j, '$.a[*]' WITH UNCONDITIONAL WRAPPER) AS c20,
  JSON_QUERY(j, '$.a[*]' WITH CONDITIONAL ARRAY WRAPPER) AS c21
FROM t;
