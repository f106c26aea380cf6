-- IN and EXISTS in the SELECT list and in an aggregate are values with three truths and two
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  id INT,
  k STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE u (
  x BIGINT,
  y STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/u.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r1 (
  id INT,
  b BOOLEAN,
  e BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  n INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);

INSERT INTO r1 SELECT id, v IN (SELECT x FROM u), EXISTS (SELECT 1 FROM u WHERE x = v) FROM t;
INSERT INTO r2 SELECT SUM(CASE WHEN v IN (SELECT x FROM u) THEN 1 ELSE 0 END) FROM t;
INSERT INTO r3 SELECT id, k NOT IN (SELECT y FROM u WHERE x > 2) FROM t;
