-- A long IN list means the same as a short one, for numbers and strings
CREATE TABLE t (
  v BIGINT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  v BIGINT,
  i BOOLEAN,
  n BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT v, v IN (1, 2, 3, 4, 5, 6, 7) AS i, s NOT IN ('a', 'b', 'c', 'd', 'e', 'f', 'g') AS n FROM t;
