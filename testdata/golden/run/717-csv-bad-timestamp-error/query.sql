-- A field that is no TIMESTAMP fails the job
CREATE TABLE t (
  a TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  a TIMESTAMP(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
