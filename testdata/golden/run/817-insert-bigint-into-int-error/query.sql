-- BIGINT into an INT column is refused
CREATE TABLE t (
  a BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a FROM t;
