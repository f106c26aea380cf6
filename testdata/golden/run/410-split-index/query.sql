-- SPLIT_INDEX counts from 0, keeps empty parts, and is NULL out of range
CREATE TABLE t (
  s STRING,
  i INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  i INT,
  x STRING,
  y STRING,
  z STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, i, SPLIT_INDEX(s, ',', i) AS x, SPLIT_INDEX(s, 'b,', i) AS y, SPLIT_INDEX(s, 44, i) AS z
FROM t;
