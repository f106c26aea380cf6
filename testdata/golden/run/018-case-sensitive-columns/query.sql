-- Column names differ by case, keywords and function names do not
CREATE TABLE t (
  id INT,
  ID INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  x INT,
  y INT,
  z INT
) WITH (
  'connector' = 'print'
);

insert into r Select id As x, ID as y, aBs(-id) aS z From t;
