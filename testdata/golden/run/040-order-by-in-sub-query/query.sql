-- ORDER BY without LIMIT in a query that another one reads means nothing
CREATE TABLE t (
  id INT,
  k STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r1 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r1'
);
CREATE TABLE r2 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r2'
);

INSERT INTO r1 SELECT id FROM (SELECT id, v FROM t ORDER BY v) WHERE v > 1;
INSERT INTO r2 WITH c AS (SELECT id, v FROM t ORDER BY v) SELECT id FROM c;
