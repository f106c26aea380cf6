-- WHERE keeps the rows whose condition is TRUE, and SELECT gives the named columns in order
CREATE TABLE t (
  id INT,
  name STRING,
  price INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  name STRING,
  id INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT name, id FROM t WHERE price > 10;
