-- A NULL for a NOT NULL column of the sink fails the job
CREATE TABLE t (
  a INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a INT NOT NULL
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a FROM t;
