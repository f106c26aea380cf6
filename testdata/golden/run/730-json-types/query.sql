-- JSON values become columns by name; numbers may be strings, strings may be numbers
CREATE TABLE t (
  i INT,
  b BIGINT,
  d DOUBLE,
  m DECIMAL(5,2),
  s STRING,
  o BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  i INT,
  b BIGINT,
  d DOUBLE,
  m DECIMAL(5, 2),
  s STRING,
  o BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
