-- A filter above an aggregate passes -U and +U each by its own values
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

INSERT INTO r SELECT k, s FROM (SELECT k, SUM(v) AS s FROM t GROUP BY k) WHERE s >= 1;
