-- A star stands for all columns in declared order, alone, qualified, and beside others
CREATE TABLE t (
  id INT,
  name STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  id INT,
  name STRING,
  next_id INT,
  id0 INT,
  name0 STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT *, id + 1 AS next_id, t.* FROM t;
