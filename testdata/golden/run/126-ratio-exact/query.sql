-- SUM(BIGINT) * 1.0 / SUM(BIGINT) shown as the decimal that it is
CREATE TABLE t (
  a BIGINT,
  b BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  q DECIMAL(38, 17)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT SUM(a) * 1.0 / SUM(b) AS q FROM t GROUP BY b;
