-- UNION ALL is an exchange too: a TIMESTAMP of up to three digits is cut to milliseconds, others are not
CREATE TABLE t (
  id INT,
  a TIMESTAMP(3),
  z TIMESTAMP(0),
  y TIMESTAMP(2),
  b TIMESTAMP(5)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (a TIMESTAMP(3), b TIMESTAMP(5)) WITH ('connector' = 'print');

INSERT INTO r
SELECT a, b FROM t WHERE id = 2
UNION ALL
SELECT y, b FROM t WHERE id = 4;
