-- Digits beyond a TIMESTAMP's precision are there for filters, casts and functions beside the reader
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
CREATE TABLE later (id INT, a TIMESTAMP(3)) WITH ('connector' = 'print', 'print-identifier' = 'later');
CREATE TABLE same (id INT, a TIMESTAMP(3)) WITH ('connector' = 'print', 'print-identifier' = 'same');
CREATE TABLE equal2 (id INT, a TIMESTAMP(3)) WITH ('connector' = 'print', 'print-identifier' = 'equal2');
CREATE TABLE texts (id INT, a STRING, z STRING, y STRING, b STRING)
WITH ('connector' = 'print', 'print-identifier' = 'texts');
CREATE TABLE casts (id INT, a6 TIMESTAMP(6), z3 TIMESTAMP(3), y1 TIMESTAMP(1), b9 TIMESTAMP(9), a0 TIMESTAMP(0),
  d DATE)
WITH ('connector' = 'print', 'print-identifier' = 'casts');
CREATE TABLE shifted (id INT, a TIMESTAMP(3), m TIMESTAMP(3), b TIMESTAMP(5))
WITH ('connector' = 'print', 'print-identifier' = 'shifted');
CREATE TABLE chosen (id INT, c TIMESTAMP(0), n TIMESTAMP(3), i TIMESTAMP(3), u TIMESTAMP(0), g TIMESTAMP(3))
WITH ('connector' = 'print', 'print-identifier' = 'chosen');
CREATE TABLE parts (id INT, ms BIGINT, s BIGINT, f TIMESTAMP(0), c TIMESTAMP(3))
WITH ('connector' = 'print', 'print-identifier' = 'parts');

INSERT INTO later SELECT id, a FROM t WHERE a > TIMESTAMP '2020-01-02 03:04:05.999';
INSERT INTO same SELECT id, a FROM t WHERE a = TIMESTAMP '2020-01-02 03:04:05.999';
INSERT INTO equal2 SELECT id, a FROM t WHERE a = y;
INSERT INTO texts
SELECT id, CAST(a AS STRING), CAST(z AS STRING), CAST(y AS STRING), CAST(b AS STRING) FROM t;
INSERT INTO casts
SELECT id, CAST(a AS TIMESTAMP(6)), CAST(z AS TIMESTAMP(3)), CAST(y AS TIMESTAMP(1)), CAST(b AS TIMESTAMP(9)),
  CAST(a AS TIMESTAMP(0)), CAST(a AS DATE)
FROM t;
INSERT INTO shifted
SELECT id, a + INTERVAL '1' SECOND, a - INTERVAL '1' MONTH, b + INTERVAL '0.001' SECOND FROM t;
INSERT INTO chosen
SELECT id, CASE WHEN id > 1 THEN z END, COALESCE(y, a), IF(id > 1, a, y),
  NULLIF(z, TIMESTAMP '2020-01-02 03:04:05'), GREATEST(a, y)
FROM t;
INSERT INTO parts
SELECT id, EXTRACT(MILLISECOND FROM a), EXTRACT(SECOND FROM z), FLOOR(z TO SECOND), CEIL(a TO SECOND) FROM t;
