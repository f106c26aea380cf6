-- SUM of DECIMAL(p,s) is DECIMAL(38,s), AVG is DECIMAL(38,max(6,s)) rounded half up
CREATE TABLE t (
  a DECIMAL(5,2),
  b DECIMAL(20,9)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  sa DECIMAL(38, 2),
  sb DECIMAL(38, 9),
  aa DECIMAL(38, 6),
  ab DECIMAL(38, 9)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT SUM(a) AS sa, SUM(b) AS sb, AVG(a) AS aa, AVG(b) AS ab FROM t;
