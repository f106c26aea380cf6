-- DISTINCT emits the first of equal rows, NULLs being equal to each other
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
  id INT,
  s STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT DISTINCT id, s FROM t;
