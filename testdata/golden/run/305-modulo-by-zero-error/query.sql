-- MOD by zero fails the job
CREATE TABLE t (
  a INT,
  b BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  q BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT MOD(a, b) AS q FROM t;
