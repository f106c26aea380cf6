-- Escapes, surrogates and non-ASCII text in JSON strings; an object for a STRING is its text
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  s STRING,
  n INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, CHAR_LENGTH(s) AS n FROM t;
