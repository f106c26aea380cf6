-- WINDOW names windows, of which one goes on from another
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
  id INT,
  a BIGINT,
  b INT,
  c BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, COUNT(*) OVER w, SUM(n) OVER o, ROW_NUMBER() OVER (w ORDER BY id DESC)
FROM t WINDOW w AS (PARTITION BY k), o AS (w ORDER BY id);
