-- ORDER BY several keys: columns that are not selected, aliases, ordinals, expressions, aggregates
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
CREATE TABLE r1 (
  k STRING,
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  k STRING,
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  x INT,
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
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r5'
);
CREATE TABLE r6 (
  k STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r6'
);
CREATE TABLE r7 (
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r7'
);
CREATE TABLE r8 (
  k STRING,
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r8'
);
CREATE TABLE r9 (
  id INT,
  k INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r9'
);

INSERT INTO r1 SELECT k, v FROM t ORDER BY k DESC, v, id;
INSERT INTO r2 SELECT k, v FROM t ORDER BY 1, 2 DESC, id;
INSERT INTO r3 SELECT v + 1 AS x, id FROM t ORDER BY x, id;
INSERT INTO r4 SELECT id FROM t ORDER BY MOD(id, 3) DESC, -id;
INSERT INTO r5 SELECT k, COUNT(*) AS n FROM t GROUP BY k ORDER BY n DESC, k;
INSERT INTO r6 SELECT k FROM t GROUP BY k ORDER BY SUM(v), k;
INSERT INTO r7 SELECT COUNT(*) FROM t GROUP BY k ORDER BY COUNT(*) DESC, k;
INSERT INTO r8 SELECT DISTINCT k, v FROM t ORDER BY v, k DESC;
INSERT INTO r9 SELECT id, -id AS k FROM t ORDER BY k;
