-- UNION ALL keeps duplicates and generalises the column types pairwise
CREATE TABLE t (
  id INT,
  v SMALLINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  id INT,
  v INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT id, v FROM t
UNION ALL
SELECT v, id FROM t
UNION ALL
SELECT id, v FROM t;
