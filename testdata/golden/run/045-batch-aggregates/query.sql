-- Every aggregate function in batch mode, over groups, over all rows and over updates that there are none of
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  k STRING,
  v INT,
  d DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r1 (
  k STRING,
  a INT,
  v DOUBLE,
  l STRING,
  n BIGINT,
  f INT,
  dd BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  s DOUBLE,
  m INT,
  sd DOUBLE
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);
CREATE TABLE r3 (
  k STRING,
  g BIGINT,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);
CREATE TABLE r4 (
  mn BIGINT,
  mx BIGINT,
  l STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r4'
);

INSERT INTO r1 SELECT k, AVG(v), MIN(d), LISTAGG(CAST(v AS STRING)), COUNT(DISTINCT v), MAX(v) FILTER (WHERE v > 3), COUNT(d) FROM t WHERE k IS NOT NULL GROUP BY k;
INSERT INTO r2 SELECT SUM(d), MIN(v), STDDEV_POP(d) FROM t;
INSERT INTO r3 SELECT k, GROUPING(k), COUNT(*) FROM t GROUP BY ROLLUP (k);
INSERT INTO r4 SELECT MIN(n), MAX(n), LISTAGG(k) FROM (SELECT COUNT(*) AS n, k FROM t WHERE k = 'a' GROUP BY k);
