-- INTERSECT and EXCEPT; with ALL each row as often as its numbers on both sides say
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  a INT,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE u (
  a INT,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/u.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r1 (
  a INT,
  b STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  a INT,
  b STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  a INT,
  b STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);
CREATE TABLE r4 (
  a INT,
  b STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4'
);
CREATE TABLE r5 (
  a INT,
  b STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r5'
);
CREATE TABLE r6 (
  a INT,
  b STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r6'
);
CREATE TABLE r7 (
  a INT,
  b STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r7'
);
CREATE TABLE q (
  a BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'q'
);

INSERT INTO r1 SELECT a, b FROM t INTERSECT SELECT a, b FROM u;
INSERT INTO r2 SELECT a, b FROM t INTERSECT ALL SELECT a, b FROM u;
INSERT INTO r3 SELECT a, b FROM t EXCEPT SELECT a, b FROM u;
INSERT INTO r4 SELECT a, b FROM t EXCEPT ALL SELECT a, b FROM u;
INSERT INTO r5 SELECT a, b FROM u EXCEPT ALL SELECT a, b FROM t;
INSERT INTO r6 SELECT a, b FROM t UNION SELECT a, b FROM u INTERSECT SELECT a, b FROM t WHERE a > 2;
INSERT INTO r7 SELECT a, b FROM t EXCEPT SELECT a, b FROM u UNION ALL SELECT a, b FROM u;
INSERT INTO q SELECT a FROM t INTERSECT SELECT CAST(a AS BIGINT) FROM u;
