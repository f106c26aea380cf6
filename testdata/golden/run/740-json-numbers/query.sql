-- Large, small and exact numbers in JSON
CREATE TABLE t (
  i TINYINT,
  b BIGINT,
  f FLOAT,
  d DOUBLE,
  m DECIMAL(21,1)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json',
  'json.ignore-parse-errors' = 'true'
);
CREATE TABLE r (
  i TINYINT,
  b BIGINT,
  f FLOAT,
  d DOUBLE,
  m DECIMAL(21, 1)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
