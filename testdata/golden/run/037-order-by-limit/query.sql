-- ORDER BY with LIMIT, OFFSET and FETCH keeps the first rows of the order
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
  k STRING,
  s INT
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
  n BIGINT,
  s INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r10'
);

INSERT INTO r10 SELECT COUNT(*), SUM(id) FROM (SELECT id FROM t ORDER BY id DESC LIMIT 3);
INSERT INTO r1 SELECT id FROM t ORDER BY v DESC, id LIMIT 3;
INSERT INTO r2 SELECT id FROM t ORDER BY v DESC, id LIMIT 3 OFFSET 2;
INSERT INTO r3 SELECT id FROM t ORDER BY id LIMIT 4 OFFSET 5;
INSERT INTO r4 SELECT id FROM t ORDER BY id DESC OFFSET 1 ROW FETCH NEXT 2 ROWS ONLY;
INSERT INTO r5 SELECT id FROM t ORDER BY id FETCH FIRST 1 ROW ONLY;
INSERT INTO r6 SELECT id FROM t ORDER BY id DESC LIMIT ALL;
INSERT INTO r7 SELECT k, SUM(v) AS s FROM t GROUP BY k ORDER BY s DESC NULLS LAST, k LIMIT 2;
INSERT INTO r8 SELECT id FROM t ORDER BY id LIMIT 0;
INSERT INTO r9 SELECT id FROM (SELECT id, v FROM t ORDER BY v DESC, id LIMIT 4) ORDER BY id;
