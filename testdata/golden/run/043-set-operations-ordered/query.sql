-- ORDER BY and LIMIT behind set operations are those of the whole
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
  a INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  a INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);

INSERT INTO r1 SELECT a, b FROM t UNION ALL SELECT a, b FROM u ORDER BY a DESC, 2 LIMIT 6;
INSERT INTO r2 SELECT a FROM t EXCEPT SELECT a FROM u ORDER BY a;
INSERT INTO r3 (SELECT a FROM t ORDER BY a DESC LIMIT 2) UNION SELECT a FROM u ORDER BY a;
