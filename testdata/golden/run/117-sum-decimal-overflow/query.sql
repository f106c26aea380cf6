-- A decimal sum that exceeds 38 digits is NULL, and the next value starts it anew
CREATE TABLE t (
  a DECIMAL(38,0)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s DECIMAL(38, 0),
  n BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT SUM(a) AS s, COUNT(*) AS n FROM t;
