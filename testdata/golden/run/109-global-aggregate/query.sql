-- An aggregate without GROUP BY has one row, emitted from the first record on
CREATE TABLE t (
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  n BIGINT,
  c BIGINT,
  s INT,
  lo INT,
  hi INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT COUNT(*) AS n, COUNT(v) AS c, SUM(v) AS s, MIN(v) AS lo, MAX(v) AS hi FROM t;
