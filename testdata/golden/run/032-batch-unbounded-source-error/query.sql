-- Batch mode refuses a table without end
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  k INT
) WITH (
  'connector' = 'datagen',
  'rows-per-second' = '1'
);
CREATE TABLE r (
  k INT,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT k, COUNT(*) FROM t GROUP BY k;
