-- With the length enforcer on TRIM_PAD a sink's VARCHAR(n) is cut and its CHAR(n) padded
SET 'table.exec.sink.type-length-enforcer' = 'TRIM_PAD';
CREATE TABLE t (
  a STRING,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a VARCHAR(2),
  b CHAR(3),
  e STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a, CAST(b AS CHAR(2)), 'end' FROM t;
