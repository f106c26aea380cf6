-- ORDER BY over every type, up and down; NULL is the smallest value
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  id INT,
  b BOOLEAN,
  i TINYINT,
  l BIGINT,
  f FLOAT,
  d DOUBLE,
  p DECIMAL(10, 2),
  w DECIMAL(30, 5),
  s STRING,
  c CHAR(3),
  y DATE,
  h TIME,
  t3 TIMESTAMP(3),
  t9 TIMESTAMP(9),
  z TIMESTAMP_LTZ(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r0a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r0a'
);
CREATE TABLE r0d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r0d'
);
CREATE TABLE r1a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1a'
);
CREATE TABLE r1d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1d'
);
CREATE TABLE r2a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2a'
);
CREATE TABLE r2d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2d'
);
CREATE TABLE r3a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3a'
);
CREATE TABLE r3d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3d'
);
CREATE TABLE r4a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4a'
);
CREATE TABLE r4d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4d'
);
CREATE TABLE r5a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r5a'
);
CREATE TABLE r5d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r5d'
);
CREATE TABLE r6a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r6a'
);
CREATE TABLE r6d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r6d'
);
CREATE TABLE r7a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r7a'
);
CREATE TABLE r7d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r7d'
);
CREATE TABLE r8a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r8a'
);
CREATE TABLE r8d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r8d'
);
CREATE TABLE r9a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r9a'
);
CREATE TABLE r9d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r9d'
);
CREATE TABLE r10a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r10a'
);
CREATE TABLE r10d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r10d'
);
CREATE TABLE r11a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r11a'
);
CREATE TABLE r11d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r11d'
);
CREATE TABLE r12a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r12a'
);
CREATE TABLE r12d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r12d'
);
CREATE TABLE r13a (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r13a'
);
CREATE TABLE r13d (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r13d'
);

INSERT INTO r0a SELECT id FROM t ORDER BY b, id;
INSERT INTO r0d SELECT id FROM t ORDER BY b DESC, id;
INSERT INTO r1a SELECT id FROM t ORDER BY i, id;
INSERT INTO r1d SELECT id FROM t ORDER BY i DESC, id;
INSERT INTO r2a SELECT id FROM t ORDER BY l, id;
INSERT INTO r2d SELECT id FROM t ORDER BY l DESC, id;
INSERT INTO r3a SELECT id FROM t ORDER BY f, id;
INSERT INTO r3d SELECT id FROM t ORDER BY f DESC, id;
INSERT INTO r4a SELECT id FROM t ORDER BY d, id;
INSERT INTO r4d SELECT id FROM t ORDER BY d DESC, id;
INSERT INTO r5a SELECT id FROM t ORDER BY p, id;
INSERT INTO r5d SELECT id FROM t ORDER BY p DESC, id;
INSERT INTO r6a SELECT id FROM t ORDER BY w, id;
INSERT INTO r6d SELECT id FROM t ORDER BY w DESC, id;
INSERT INTO r7a SELECT id FROM t ORDER BY s, id;
INSERT INTO r7d SELECT id FROM t ORDER BY s DESC, id;
INSERT INTO r8a SELECT id FROM t ORDER BY c, id;
INSERT INTO r8d SELECT id FROM t ORDER BY c DESC, id;
INSERT INTO r9a SELECT id FROM t ORDER BY y, id;
INSERT INTO r9d SELECT id FROM t ORDER BY y DESC, id;
INSERT INTO r10a SELECT id FROM t ORDER BY h, id;
INSERT INTO r10d SELECT id FROM t ORDER BY h DESC, id;
INSERT INTO r11a SELECT id FROM t ORDER BY t3, id;
INSERT INTO r11d SELECT id FROM t ORDER BY t3 DESC, id;
INSERT INTO r12a SELECT id FROM t ORDER BY t9, id;
INSERT INTO r12d SELECT id FROM t ORDER BY t9 DESC, id;
INSERT INTO r13a SELECT id FROM t ORDER BY z, id;
INSERT INTO r13d SELECT id FROM t ORDER BY z DESC, id;
