-- Decimal division by zero fails the job
CREATE TABLE t (
  a DECIMAL(5,2),
  b DECIMAL(5,2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  q DECIMAL(13, 8)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a / b AS q FROM t;
