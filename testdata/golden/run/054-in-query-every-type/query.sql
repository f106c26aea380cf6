-- IN with a query over values of every type
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  id INT,
  b BOOLEAN,
  i TINYINT,
  l BIGINT,
  f FLOAT,
  d DOUBLE,
  p DECIMAL(10, 2),
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
CREATE TABLE r0 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r0'
);
CREATE TABLE r1 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  id INT,
  b BOOLEAN
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
CREATE TABLE r4 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4'
);
CREATE TABLE r5 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r5'
);
CREATE TABLE r6 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r6'
);
CREATE TABLE r7 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r7'
);
CREATE TABLE r8 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r8'
);
CREATE TABLE r9 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r9'
);
CREATE TABLE r10 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r10'
);
CREATE TABLE r11 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r11'
);
CREATE TABLE r12 (
  id INT,
  b BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r12'
);

INSERT INTO r0 SELECT id, b IN (SELECT b FROM t WHERE id < 3) FROM t;
INSERT INTO r1 SELECT id, i IN (SELECT i FROM t WHERE id < 3) FROM t;
INSERT INTO r2 SELECT id, l IN (SELECT l FROM t WHERE id < 3) FROM t;
INSERT INTO r3 SELECT id, f IN (SELECT f FROM t WHERE id < 3) FROM t;
INSERT INTO r4 SELECT id, d IN (SELECT d FROM t WHERE id < 3) FROM t;
INSERT INTO r5 SELECT id, p IN (SELECT p FROM t WHERE id < 3) FROM t;
INSERT INTO r6 SELECT id, s IN (SELECT s FROM t WHERE id < 3) FROM t;
INSERT INTO r7 SELECT id, c IN (SELECT c FROM t WHERE id < 3) FROM t;
INSERT INTO r8 SELECT id, y IN (SELECT y FROM t WHERE id < 3) FROM t;
INSERT INTO r9 SELECT id, h IN (SELECT h FROM t WHERE id < 3) FROM t;
INSERT INTO r10 SELECT id, t3 IN (SELECT t3 FROM t WHERE id < 3) FROM t;
INSERT INTO r11 SELECT id, t9 IN (SELECT t9 FROM t WHERE id < 3) FROM t;
INSERT INTO r12 SELECT id, z IN (SELECT z FROM t WHERE id < 3) FROM t;
