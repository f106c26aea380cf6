-- The json sink with plain decimals, ISO-8601 timestamps and without NULL fields
CREATE TABLE t (
  i INT,
  m DECIMAL(5,2),
  z TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  i INT,
  m DECIMAL(5,2),
  z TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/sink/r',
  'format' = 'json',
  'json.encode.decimal-as-plain-number' = 'true',
  'json.encode.ignore-null-fields' = 'true',
  'json.timestamp-format.standard' = 'ISO-8601'
);

INSERT INTO r SELECT * FROM t;
