-- RANGE with intervals: whole days of a DATE, milliseconds of a TIME
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
  b BIGINT,
  c BIGINT,
  d BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);

INSERT INTO r SELECT id, COUNT(*) OVER (ORDER BY dt RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW),
  COUNT(*) OVER (ORDER BY dt RANGE BETWEEN INTERVAL '36' HOUR PRECEDING AND INTERVAL '3' DAY FOLLOWING),
  COUNT(*) OVER (ORDER BY tm RANGE BETWEEN INTERVAL '1' SECOND PRECEDING AND CURRENT ROW),
  COUNT(*) OVER (ORDER BY tm DESC RANGE BETWEEN INTERVAL '2' SECOND PRECEDING AND INTERVAL '2' SECOND FOLLOWING)
FROM t;
