-- IN with a query that is tied to the outer row by equality
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

INSERT INTO r1 SELECT id FROM t WHERE v IN (SELECT x FROM u WHERE y = k);
INSERT INTO r2 SELECT id FROM t WHERE v NOT IN (SELECT x FROM u WHERE y = k);
INSERT INTO r3 SELECT id FROM t WHERE v NOT IN (SELECT x FROM u WHERE y = k AND x IS NOT NULL);
