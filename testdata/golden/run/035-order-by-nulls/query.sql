-- NULLS FIRST and NULLS LAST; without them NULL is smallest, so first going up and last going down
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
  id INT,
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  id INT,
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  id INT,
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);
CREATE TABLE r4 (
  id INT,
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4'
);
CREATE TABLE r5 (
  id INT,
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r5'
);
CREATE TABLE r6 (
  id INT,
  v INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r6'
);

INSERT INTO r1 SELECT id, v FROM t ORDER BY v, id;
INSERT INTO r2 SELECT id, v FROM t ORDER BY v NULLS FIRST, id;
INSERT INTO r3 SELECT id, v FROM t ORDER BY v ASC NULLS LAST, id;
INSERT INTO r4 SELECT id, v FROM t ORDER BY v DESC, id;
INSERT INTO r5 SELECT id, v FROM t ORDER BY v DESC NULLS FIRST, id DESC;
INSERT INTO r6 SELECT id, v FROM t ORDER BY v DESC NULLS LAST, id DESC;
