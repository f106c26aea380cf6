-- Sinks beside the reader get every digit of a TIMESTAMP, also when its column has fewer
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
CREATE TABLE c (id INT, a TIMESTAMP(3), z TIMESTAMP(0), y TIMESTAMP(2), b TIMESTAMP(5))
WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/c', 'format' = 'csv');
CREATE TABLE j (id INT, a TIMESTAMP(3), z TIMESTAMP(0), y TIMESTAMP(2), b TIMESTAMP(5))
WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/j', 'format' = 'json');
CREATE TABLE other (id INT, a TIMESTAMP(2), z TIMESTAMP(2), y TIMESTAMP(5), b TIMESTAMP(3))
WITH ('connector' = 'print', 'print-identifier' = 'other');
CREATE TABLE first1 (id INT, a TIMESTAMP(3)) WITH ('connector' = 'print', 'print-identifier' = 'first1');
CREATE TABLE second2 (id INT, a TIMESTAMP(3)) WITH ('connector' = 'print', 'print-identifier' = 'second2');

INSERT INTO c SELECT * FROM t;
INSERT INTO j SELECT * FROM t;
INSERT INTO other SELECT * FROM t;
BEGIN STATEMENT SET;
INSERT INTO first1 SELECT id, a FROM t;
INSERT INTO second2 SELECT id, a FROM t WHERE id > 2;
END;
