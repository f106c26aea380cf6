-- A decimal result that does not fit its precision is NULL, not an error
CREATE TABLE t (
  a DECIMAL(38,0),
  b INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  p DECIMAL(38, 0),
  q DECIMAL(38, 0),
  s DECIMAL(38, 0)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a * b AS p, a * a AS q, a + a AS s FROM t;
