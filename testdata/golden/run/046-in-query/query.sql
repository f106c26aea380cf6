-- IN and NOT IN with a query: NULL where NULLs leave it open, FALSE of no rows
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
  id INT
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
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r5'
);
CREATE TABLE r6 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r6'
);
CREATE TABLE r7 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r7'
);
CREATE TABLE r8 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r8'
);
CREATE TABLE r9 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r9'
);
CREATE TABLE r10 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r10'
);

INSERT INTO r1 SELECT id FROM t WHERE v IN (SELECT x FROM u);
INSERT INTO r2 SELECT id FROM t WHERE v NOT IN (SELECT x FROM u WHERE x IS NOT NULL);
INSERT INTO r3 SELECT id FROM t WHERE v NOT IN (SELECT x FROM u);
INSERT INTO r4 SELECT id FROM t WHERE v NOT IN (SELECT x FROM u WHERE x > 100);
INSERT INTO r5 SELECT id FROM t WHERE v IN (SELECT x FROM u WHERE x > 100);
INSERT INTO r6 SELECT id FROM t WHERE k IN (SELECT y FROM u) AND v > 1;
INSERT INTO r7 SELECT id FROM t WHERE v + 1 IN (SELECT x + 2 FROM u WHERE y = 'b');
INSERT INTO r8 SELECT id FROM t WHERE v IN (SELECT MAX(x) FROM u GROUP BY y) AND k NOT IN (SELECT y FROM u WHERE x = 2);
INSERT INTO r9 SELECT id FROM t WHERE CAST(id AS BIGINT) IN (SELECT x FROM u UNION SELECT 7);
INSERT INTO r10 SELECT n FROM (SELECT k, MAX(id) AS n FROM t GROUP BY k) WHERE k IN (SELECT y FROM u);
