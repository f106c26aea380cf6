-- The csv sink quotes text with blanks or special signs, leaves NULL empty, and numbers bare
CREATE TABLE t (
  i INT,
  s STRING,
  d DOUBLE,
  m DECIMAL(5,2),
  o BOOLEAN,
  z TIMESTAMP(3)
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
  z TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/sink/r',
  'format' = 'csv'
);

INSERT INTO r SELECT * FROM t;
