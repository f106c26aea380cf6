-- Field order does not matter; reading ends after as many known names as there are columns
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
