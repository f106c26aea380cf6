-- EXISTS and NOT EXISTS: a query with rows, or with rows that match the outer ones
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

INSERT INTO r1 SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u);
INSERT INTO r2 SELECT id FROM t WHERE EXISTS (SELECT * FROM u WHERE x > 100);
INSERT INTO r3 SELECT id FROM t WHERE NOT EXISTS (SELECT * FROM u WHERE x > 100) AND v > 2;
INSERT INTO r4 SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE x = v);
INSERT INTO r5 SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.x = t.v);
INSERT INTO r6 SELECT id FROM t AS o WHERE EXISTS (SELECT x, y FROM u WHERE y = o.k AND x = o.v AND x > 1);
INSERT INTO r7 SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE t.k = u.y AND x IS NOT NULL);
INSERT INTO r8 SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE x = v + 1) AND NOT EXISTS (SELECT 1 FROM u WHERE UPPER(y) = UPPER(k));
INSERT INTO r9 SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM (SELECT x AS z FROM u WHERE y = 'a') WHERE z = id);
INSERT INTO r10 SELECT id FROM t WHERE EXISTS (SELECT COUNT(*) FROM u WHERE x > 100);
