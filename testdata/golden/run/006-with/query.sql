-- A common table expression is used by name, may use an earlier one and may rename its columns
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
  k INT,
  w INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
WITH a AS (SELECT id, v FROM t WHERE id > 1),
     b (k, w) AS (SELECT id, v + 1 FROM a)
SELECT k, w FROM b WHERE w < 30;
