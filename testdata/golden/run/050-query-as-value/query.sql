-- A query as a value: its one row, NULL of none
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
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  id INT,
  m BIGINT,
  n STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  k STRING,
  s INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);
CREATE TABLE r4 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4'
);
CREATE TABLE r5 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r5'
);
CREATE TABLE r6 (
  id INT,
  d BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r6'
);
CREATE TABLE r7 (
  m INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r7'
);

INSERT INTO r1 SELECT id FROM t WHERE v > (SELECT AVG(x) FROM u);
INSERT INTO r2 SELECT id, (SELECT MAX(x) FROM u), (SELECT y FROM u WHERE x = 100) FROM t;
INSERT INTO r3 SELECT k, SUM(v) FROM t GROUP BY k HAVING SUM(v) > (SELECT MIN(x) FROM u);
INSERT INTO r4 SELECT id FROM t WHERE v = (SELECT x FROM u WHERE y = 'b');
INSERT INTO r5 SELECT id FROM t WHERE v > (SELECT x FROM u WHERE x = 100);
INSERT INTO r6 SELECT id, v - (SELECT COUNT(*) FROM u WHERE x > 2) FROM t WHERE v IS NOT NULL;
INSERT INTO r7 SELECT MAX(v) + (SELECT CAST(COUNT(DISTINCT k) AS INT) FROM t AS other WHERE k IS NOT NULL) FROM t;
