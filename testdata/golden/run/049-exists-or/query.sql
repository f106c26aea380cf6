-- EXISTS beside OR
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

INSERT INTO r1 SELECT id FROM t WHERE EXISTS (SELECT 1 FROM u WHERE x = v) OR k = 'b';
INSERT INTO r2 SELECT id FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE x = v) OR k = 'a';
