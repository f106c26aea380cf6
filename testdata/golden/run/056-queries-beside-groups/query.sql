-- Queries inside of expressions over groups, and over queries of their own
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
CREATE TABLE r2 (
  k STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  id INT
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
  k STRING,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r5'
);

INSERT INTO r2 SELECT k FROM t GROUP BY k HAVING MAX(v) IN (SELECT x FROM u WHERE x IS NOT NULL);
INSERT INTO r3 SELECT id FROM t WHERE v IN (SELECT x FROM u WHERE y IN (SELECT k FROM t AS o WHERE id < 3));
INSERT INTO r4 WITH w AS (SELECT x FROM u WHERE y = 'b') SELECT id FROM t WHERE v > (SELECT x FROM w) AND v NOT IN (SELECT x + 5 FROM w);
INSERT INTO r5 SELECT k, MAX(v) IN (SELECT x FROM u) FROM t WHERE k IS NOT NULL GROUP BY k;
