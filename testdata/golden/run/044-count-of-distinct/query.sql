-- An aggregation over DISTINCT reads rows that never change
CREATE TABLE t (
  k STRING,
  v INT,
  d DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r1 (
  n BIGINT,
  s INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  k STRING,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);

INSERT INTO r1 SELECT COUNT(*), SUM(v) FROM (SELECT DISTINCT k, v FROM t);
INSERT INTO r2 SELECT k, COUNT(v) FROM (SELECT DISTINCT k, v FROM t) GROUP BY k;
