-- An empty field of a number column fails the job
CREATE TABLE t (
  id INT,
  v INT,
  d DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  id INT,
  v INT,
  d DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
