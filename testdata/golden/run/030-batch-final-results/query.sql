-- In batch mode a group has one row, its final one: no changelog, whatever is nested
SET 'execution.runtime-mode' = 'batch';
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
  k STRING,
  n BIGINT,
  s INT,
  m DOUBLE
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  n BIGINT,
  g BIGINT,
  m INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  k STRING,
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);
CREATE TABLE r4 (
  k STRING,
  s INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4'
);

INSERT INTO r1 SELECT k, COUNT(*), SUM(v), MAX(d) FROM t GROUP BY k;
INSERT INTO r2 SELECT n, COUNT(*), MIN(s) FROM (SELECT k, COUNT(*) AS n, SUM(v) AS s FROM t GROUP BY k) GROUP BY n;
INSERT INTO r3 SELECT DISTINCT k, v FROM t;
INSERT INTO r4 SELECT k, SUM(v) FROM t GROUP BY k HAVING SUM(v) > 6;
