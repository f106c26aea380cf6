-- MOD of DOUBLE is refused: it takes exact numbers only
CREATE TABLE t (
  a DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  x INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT MOD(a, 2) AS m FROM t;
