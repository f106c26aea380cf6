-- IS JSON looks at the value that a text begins with; NULL is none
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
  c12 BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT j AS c0,
  j IS JSON AS c1,
  j IS JSON VALUE AS c2,
  j IS JSON SCALAR AS c3,
  j IS JSON ARRAY AS c4,
  j IS JSON OBJECT AS c5,
  j IS NOT JSON AS c6,
  j IS NOT JSON VALUE AS c7,
  j IS NOT JSON SCALAR AS c8,
  j IS NOT JSON ARRAY AS c9,
  j IS NOT JSON OBJECT AS c10,
  JSON_OBJECT('a' VALUE j) IS JSON OBJECT AS c11,
  UPPER(j) IS JSON AND j IS NOT NULL AS c12
FROM t;
