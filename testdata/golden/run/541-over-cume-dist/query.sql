-- CUME_DIST is the share of the rows up to the last equal one
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  id INT,
  k STRING,
  n INT,
  d DOUBLE,
  m DECIMAL(10, 2),
  dt DATE,
  tm TIME(0)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = ''
);
CREATE TABLE r (
  k STRING,
  c DOUBLE
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT k, CUME_DIST() OVER (PARTITION BY k ORDER BY n) FROM t;
