-- INSERT with a column list fills the other columns with NULL, in the table's order
CREATE TABLE t (
  id INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a STRING,
  b INT,
  c DOUBLE,
  d BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r (d, a) SELECT id, s FROM t;
