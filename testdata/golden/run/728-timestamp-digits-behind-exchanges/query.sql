-- An exchange cuts a TIMESTAMP of up to three digits to milliseconds: keys, aggregates and LIMIT
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
CREATE TABLE grouped (a TIMESTAMP(3), n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'grouped');
CREATE TABLE grouped0 (z TIMESTAMP(0), k BOOLEAN, n BIGINT)
WITH ('connector' = 'print', 'print-identifier' = 'grouped0');
CREATE TABLE grouped5 (b TIMESTAMP(5), n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'grouped5');
CREATE TABLE shifted (a TIMESTAMP(3), n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'shifted');
CREATE TABLE extremes (a TIMESTAMP(3), b TIMESTAMP(2)) WITH ('connector' = 'print', 'print-identifier' = 'extremes');
CREATE TABLE uniques (a TIMESTAMP(3)) WITH ('connector' = 'print', 'print-identifier' = 'uniques');
CREATE TABLE counted (n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'counted');
CREATE TABLE limited (a TIMESTAMP(3)) WITH ('connector' = 'print', 'print-identifier' = 'limited');

INSERT INTO grouped SELECT a, COUNT(*) FROM t GROUP BY a;
INSERT INTO grouped0 SELECT z, id > 2, COUNT(*) FROM t GROUP BY z, id > 2;
INSERT INTO grouped5 SELECT b, COUNT(*) FROM t GROUP BY b;
INSERT INTO shifted SELECT a + INTERVAL '1' SECOND, COUNT(*) FROM t GROUP BY a + INTERVAL '1' SECOND;
INSERT INTO extremes SELECT MIN(a), MAX(y) FROM t;
INSERT INTO uniques SELECT DISTINCT a FROM t;
INSERT INTO counted SELECT COUNT(DISTINCT a) FROM t;
INSERT INTO limited SELECT a FROM t LIMIT 4;
