-- A view is its query, column names may be given, and a view may stand on a view
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
  w INT,
  k INT
) WITH (
  'connector' = 'print'
);

CREATE VIEW big (k, doubled) AS SELECT id, v * 2 FROM t WHERE v > 10;
CREATE TEMPORARY VIEW bigger AS SELECT k, doubled + 1 AS w FROM big;
INSERT INTO r SELECT w, k FROM bigger;
