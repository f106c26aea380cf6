-- print-identifier stands before each line
CREATE TABLE t (
  id INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'my id'
);

INSERT INTO r SELECT id FROM t;
