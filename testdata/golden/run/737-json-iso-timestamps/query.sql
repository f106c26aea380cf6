-- With ISO-8601 a TIMESTAMP has a T
CREATE TABLE t (
  z TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);
CREATE TABLE r (
  z TIMESTAMP(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
