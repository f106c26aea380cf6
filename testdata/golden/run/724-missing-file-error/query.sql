-- A path that does not exist fails the job
CREATE TABLE t (
  id INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  id INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
