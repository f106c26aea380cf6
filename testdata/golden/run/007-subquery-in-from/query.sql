-- A sub-query in FROM needs no alias, nests, and hides what it does not select
CREATE TABLE t (
  id INT,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  x INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT w + 1 AS x FROM (SELECT v * 2 AS w FROM (SELECT v FROM t WHERE id <> 2) AS inner_one);
