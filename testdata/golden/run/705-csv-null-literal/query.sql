-- The null literal is NULL for every type; an empty string stays one
CREATE TABLE t (
  id INT,
  s STRING,
  d DOUBLE,
  b BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'n/a'
);
CREATE TABLE r (
  id INT,
  s STRING,
  d DOUBLE,
  b BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
