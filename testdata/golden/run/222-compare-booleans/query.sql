-- FALSE is less than TRUE, and a BOOLEAN column stands as a condition
CREATE TABLE t (
  a BOOLEAN,
  b BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  eq BOOLEAN,
  gt BOOLEAN,
  ne BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a = b AS eq, a > b AS gt, a <> b AS ne FROM t WHERE a OR b;
