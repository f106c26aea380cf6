-- A name of JSON_OBJECT may be a column that is never NULL
CREATE TABLE t (
  k STRING NOT NULL,
  l STRING NOT NULL,
  n INT
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
SELECT JSON_OBJECT(k VALUE n, l VALUE 'x') AS c0,
  JSON_OBJECT(KEY k VALUE n, KEY l VALUE n ABSENT ON NULL) AS c1,
  JSON_OBJECT(k: l, 'm': n) AS c2
FROM t;
