-- MOD of DECIMALs keeps the greater scale and the sign of the dividend
CREATE TABLE t (
  a DECIMAL(4,2),
  b DECIMAL(2,1),
  c INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  m DECIMAL(3, 2),
  n DECIMAL(4, 2),
  o DECIMAL(2, 1)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT MOD(a, b) AS m, MOD(a, c) AS n, MOD(c, b) AS o FROM t;
