-- A missing field and null are NULL, unknown fields are ignored, names match by case
CREATE TABLE t (
  a INT,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  a INT,
  b STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
