-- DATE reads and prints 0001-01-01 to 9999-12-31, leap days and days before 1970
CREATE TABLE t (
  d DATE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  d DATE,
  s STRING,
  before BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT d, CAST(d AS STRING) AS s, d < DATE '1970-01-01' AS before FROM t;
