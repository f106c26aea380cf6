-- The same column may be selected twice; positions count in an INSERT
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
  x INT,
  y INT,
  z INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a, a, b FROM t;
