-- NaN equals nothing, not even itself; -0.0 equals 0.0
CREATE TABLE t (
  a DOUBLE,
  b DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  eq BOOLEAN,
  ne BOOLEAN,
  lt BOOLEAN,
  gt BOOLEAN,
  ge BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a = b AS eq, a <> b AS ne, a < b AS lt, a > b AS gt, a >= b AS ge FROM t;
