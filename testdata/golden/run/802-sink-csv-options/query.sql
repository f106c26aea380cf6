-- The csv sink takes delimiter, quote character and null literal
CREATE TABLE t (
  i INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  i INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/sink/r',
  'format' = 'csv',
  'csv.field-delimiter' = '|',
  'csv.quote-character' = '!',
  'csv.null-literal' = 'NIL'
);

INSERT INTO r SELECT * FROM t;
