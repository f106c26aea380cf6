-- LIMIT without ORDER BY passes the first rows that arrive
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
CREATE TABLE r3 (
  id INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r3'
);

INSERT INTO r1 SELECT id FROM t LIMIT 3;
INSERT INTO r2 SELECT id FROM t WHERE k IS NOT NULL FETCH FIRST 2 ROWS ONLY;
INSERT INTO r3 SELECT id FROM t WHERE v IS NOT NULL LIMIT 2 OFFSET 1;
