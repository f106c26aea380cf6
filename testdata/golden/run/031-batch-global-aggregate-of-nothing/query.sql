-- In batch mode an aggregation without GROUP BY has a row also when no row came
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  k STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r1 (
  n BIGINT,
  s INT,
  m INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  k STRING,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);
CREATE TABLE r4 (
  n BIGINT
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

INSERT INTO r5 SELECT k, COUNT(*) FROM t GROUP BY ROLLUP (k);
INSERT INTO r1 SELECT COUNT(*), SUM(v), MAX(v) FROM t;
INSERT INTO r2 SELECT k, COUNT(*) FROM t GROUP BY k;
INSERT INTO r3 SELECT COUNT(*) FROM t WHERE v > 5 HAVING COUNT(*) > 0;
INSERT INTO r4 SELECT COUNT(*) FROM (SELECT SUM(v) AS s FROM t) WHERE s IS NULL;
