-- A sum of 0 as divisor fails the job when the group is emitted
CREATE TABLE t (
  k STRING,
  size BIGINT,
  took BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  q DECIMAL(38, 17)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT k, SUM(size) * 1.0 / SUM(took) AS q FROM t GROUP BY k;
