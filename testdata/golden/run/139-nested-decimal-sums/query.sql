-- A DECIMAL sum that overflows 38 digits is NULL, and what is taken back then counts from zero
CREATE TABLE t (
  g STRING,
  k STRING,
  v INT,
  d DECIMAL(38, 0),
  e DECIMAL(10, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE sums (g STRING, s DECIMAL(38, 0), c BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'sums');
CREATE TABLE small (g STRING, s DECIMAL(38, 2), a DECIMAL(38, 6)) WITH ('connector' = 'print', 'print-identifier' = 'small');

INSERT INTO sums SELECT g, SUM(s), COUNT(*)
FROM (SELECT g, k, SUM(d) AS s FROM t GROUP BY g, k) WHERE s <> 0 GROUP BY g;
INSERT INTO small SELECT g, SUM(s), AVG(s)
FROM (SELECT g, k, SUM(e) AS s FROM t GROUP BY g, k) GROUP BY g;
