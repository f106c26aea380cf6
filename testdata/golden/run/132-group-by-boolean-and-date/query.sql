-- Keys of BOOLEAN and DATE with NULL, counted
CREATE TABLE t (
  b BOOLEAN,
  d DATE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  b BOOLEAN,
  d DATE,
  n BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT b, d, COUNT(*) AS n FROM t GROUP BY b, d;
