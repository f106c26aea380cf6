-- A NULL dividend gives NULL, whatever the divisor: no error
CREATE TABLE t (
  a INT,
  b INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  q INT,
  m INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a / b AS q, MOD(a, b) AS m FROM t;
