-- Fewer columns than the sink has are refused
CREATE TABLE t (
  a INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a INT,
  b INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a FROM t;
