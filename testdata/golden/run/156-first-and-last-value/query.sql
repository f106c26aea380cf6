-- FIRST_VALUE and LAST_VALUE leave NULLs out and go by arrival
CREATE TABLE t (k STRING, i INT, s STRING, d DECIMAL(10, 2), ts STRING, b BOOLEAN) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.null-literal' = 'n');
CREATE TABLE r (k STRING, fi INT, li INT, fs STRING, ls STRING, fd DECIMAL(10, 2), ld DECIMAL(10, 2), ft STRING, lt STRING, fb BOOLEAN, lb BOOLEAN)
WITH ('connector' = 'print', 'print-identifier' = 'r');
CREATE TABLE f (k STRING, fi INT, li INT, ds STRING) WITH ('connector' = 'print', 'print-identifier' = 'f');
CREATE TABLE g (fi INT, ls STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'g');

INSERT INTO r SELECT k, FIRST_VALUE(i), LAST_VALUE(i), FIRST_VALUE(s), LAST_VALUE(s), FIRST_VALUE(d), LAST_VALUE(d),
  FIRST_VALUE(ts), LAST_VALUE(ts), FIRST_VALUE(b), LAST_VALUE(b) FROM t GROUP BY k;
INSERT INTO f SELECT k, FIRST_VALUE(i) FILTER (WHERE i > 1), LAST_VALUE(i) FILTER (WHERE i > 1), FIRST_VALUE(DISTINCT s) FROM t GROUP BY k;
INSERT INTO g SELECT FIRST_VALUE(i), LAST_VALUE(s), COUNT(*) FROM t;
