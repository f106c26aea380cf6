-- Integer division by zero fails the job
CREATE TABLE t (
  a INT,
  b INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  q INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a / b AS q FROM t;
