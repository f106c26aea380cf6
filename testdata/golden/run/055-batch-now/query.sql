-- In batch mode the time is that of the start for all rows, and goes on for CURRENT_ROW_TIMESTAMP
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (
  id INT
) WITH (
  'connector' = 'datagen',
  'number-of-rows' = '300',
  'rows-per-second' = '1000'
);
CREATE TABLE r (
  n BIGINT,
  l BIGINT,
  d BIGINT,
  h BIGINT,
  moves BOOLEAN
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT COUNT(DISTINCT CURRENT_TIMESTAMP), COUNT(DISTINCT LOCALTIMESTAMP), COUNT(DISTINCT CURRENT_DATE),
  COUNT(DISTINCT LOCALTIME), COUNT(DISTINCT CURRENT_ROW_TIMESTAMP()) > 1 FROM t;
