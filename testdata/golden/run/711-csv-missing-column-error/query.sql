-- A line with too few fields fails the job
CREATE TABLE t (
  id INT,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  id INT,
  v INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
