-- COUNT(*), COUNT(1), COUNT(TRUE) and COUNT of a NOT NULL expression are the same
CREATE TABLE t (
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a BIGINT,
  b BIGINT,
  c BIGINT,
  d BIGINT,
  e BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT COUNT(*) AS a, COUNT(1) AS b, COUNT(TRUE) AS c, COUNT(COALESCE(v, 0)) AS d, COUNT(v) AS e
FROM t;
