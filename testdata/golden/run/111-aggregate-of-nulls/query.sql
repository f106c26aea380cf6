-- SUM, AVG, MIN and MAX over NULLs only are NULL, COUNT is 0; a later value replaces them
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
  n BIGINT,
  c BIGINT,
  s INT,
  a INT,
  lo INT,
  hi INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT k, COUNT(*) AS n, COUNT(v) AS c, SUM(v) AS s, AVG(v) AS a, MIN(v) AS lo, MAX(v) AS hi
FROM t GROUP BY k;
