-- TIMESTAMP(0), (3), (6) and (9) print without blank: seconds and fraction only when needed
CREATE TABLE t (
  a TIMESTAMP(0),
  b TIMESTAMP(3),
  c TIMESTAMP(6),
  d TIMESTAMP(9)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a TIMESTAMP(0),
  b TIMESTAMP(3),
  c TIMESTAMP(6),
  d TIMESTAMP(9)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a, b, c, d FROM t;
