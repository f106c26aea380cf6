-- A tab as delimiter, written as an escape
CREATE TABLE t (
  id INT,
  s STRING,
  u STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.field-delimiter' = '\t'
);
CREATE TABLE r (
  id INT,
  s STRING,
  u STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
