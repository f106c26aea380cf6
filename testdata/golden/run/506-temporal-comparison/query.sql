-- TIMESTAMPs of other precision compare by the instant; DATE with DATE
CREATE TABLE t (
  a TIMESTAMP(3),
  b TIMESTAMP(9),
  c DATE,
  d DATE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  eq BOOLEAN,
  lt BOOLEAN,
  gt BOOLEAN,
  same BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a = b AS eq, a < b AS lt, c > d AS gt, c = d AS same FROM t;
