-- Results above 38 digits give up scale, down to 6 digits, and round half up
CREATE TABLE t (
  a DECIMAL(38,8),
  b DECIMAL(32,8)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s DECIMAL(38, 7),
  p DECIMAL(38, 6),
  q DECIMAL(38, 6)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a + b AS s, a * b AS p, a / b AS q FROM t;
