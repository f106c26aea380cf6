-- In batch mode PROCTIME() goes on from row to row
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  id INT,
  p AS PROCTIME()
) WITH (
  'connector' = 'datagen',
  'number-of-rows' = '300',
  'rows-per-second' = '1000'
);
CREATE TABLE r (
  n BIGINT,
  moves BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT COUNT(p), MIN(p) < MAX(p) FROM t;
