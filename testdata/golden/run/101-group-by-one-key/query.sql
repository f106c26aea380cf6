-- Each record of a key updates its result: first +I, then -U and +U
CREATE TABLE t (
  k STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  s INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT k, SUM(v) AS s FROM t GROUP BY k;
