-- Errors ignored: a bad field is NULL, a line that is no JSON object is dropped
CREATE TABLE t (
  a INT,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json',
  'json.ignore-parse-errors' = 'true'
);
CREATE TABLE r (
  a INT,
  b STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
