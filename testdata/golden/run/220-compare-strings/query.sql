-- Strings compare by their bytes, case and trailing blanks count
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
  a STRING,
  b STRING,
  eq BOOLEAN,
  lt BOOLEAN,
  ge BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a, b, a = b AS eq, a < b AS lt, a >= b AS ge FROM t;
