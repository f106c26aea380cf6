-- TIME, TIMESTAMP_LTZ and BYTES as keys, in MIN, MAX and COUNT DISTINCT
CREATE TABLE t (k INT, a TIME, b TIMESTAMP_LTZ(3), c BYTES) WITH (
  'connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.null-literal' = 'n'
);
CREATE TABLE r1 (a TIME, n BIGINT, m TIMESTAMP_LTZ(3)) WITH ('connector' = 'print', 'print-identifier' = 'r1');
CREATE TABLE r2 (b TIMESTAMP_LTZ(3), n BIGINT, m TIME) WITH ('connector' = 'print', 'print-identifier' = 'r2');
CREATE TABLE r3 (c BYTES, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r3');
CREATE TABLE r4 (a TIME, c BYTES, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r4');

INSERT INTO r1 SELECT a, COUNT(DISTINCT b), MAX(b) FROM t GROUP BY a;
INSERT INTO r2 SELECT b, COUNT(c), MIN(a) FROM t GROUP BY b;
INSERT INTO r3 SELECT c, COUNT(DISTINCT a) FROM t GROUP BY c;
INSERT INTO r4 SELECT a, c, COUNT(*) FROM t GROUP BY a, c;
