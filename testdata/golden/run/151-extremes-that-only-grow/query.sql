-- MAX over what only grows and MIN over what only falls need no values back; their groups come and go
CREATE TABLE t (
  g STRING,
  k STRING,
  v INT,
  d DECIMAL(10, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE counts (g STRING, m BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'counts');
CREATE TABLE maxima (g STRING, m INT, s STRING) WITH ('connector' = 'print', 'print-identifier' = 'maxima');
CREATE TABLE minima (g STRING, m INT, s STRING) WITH ('connector' = 'print', 'print-identifier' = 'minima');
CREATE TABLE overall (m BIGINT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'overall');

INSERT INTO counts SELECT g, MAX(n) FROM (SELECT g, k, COUNT(*) AS n FROM t GROUP BY g, k) GROUP BY g;
INSERT INTO maxima SELECT g, MAX(m), MAX(s)
FROM (SELECT g, k, MAX(v) AS m, MAX(CAST(v AS STRING)) AS s FROM t GROUP BY g, k) GROUP BY g;
INSERT INTO minima SELECT g, MIN(m), MIN(s)
FROM (SELECT g, k, MIN(v) AS m, MIN(CAST(v AS STRING)) AS s FROM t GROUP BY g, k) GROUP BY g;
INSERT INTO overall SELECT MAX(n), COUNT(*) FROM (SELECT k, COUNT(*) AS n FROM t GROUP BY k);
