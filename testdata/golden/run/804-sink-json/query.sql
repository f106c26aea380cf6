-- The json sink writes fields in column order, NULL as null, text unescaped beyond ASCII
CREATE TABLE t (
  i INT,
  s STRING,
  d DOUBLE,
  m DECIMAL(5,2),
  o BOOLEAN,
  z TIMESTAMP(3),
  a DATE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  i INT,
  s STRING,
  d DOUBLE,
  m DECIMAL(5, 2),
  o BOOLEAN,
  z TIMESTAMP(3),
  a DATE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/sink/r',
  'format' = 'json'
);

INSERT INTO r SELECT * FROM t;
