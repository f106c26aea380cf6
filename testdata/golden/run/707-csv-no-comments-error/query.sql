-- Without allow-comments a # line is data, and a bad number fails the job
CREATE TABLE t (
  id INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  id INT,
  s STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
