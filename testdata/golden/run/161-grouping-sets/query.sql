-- GROUPING SETS: one row for each group of each set, keys outside of the set are NULL
CREATE TABLE t (a STRING, b INT, c STRING, v INT) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.null-literal' = 'n');
CREATE TABLE r (a STRING, b INT, n BIGINT, s INT) WITH ('connector' = 'print', 'print-identifier' = 'r');
CREATE TABLE q (a STRING, b INT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'q');
CREATE TABLE u (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'u');

INSERT INTO r SELECT a, b, COUNT(*), SUM(v) FROM t GROUP BY GROUPING SETS ((a, b), (a), ());
INSERT INTO q SELECT a, b, COUNT(c) FROM t GROUP BY GROUPING SETS (a, b, (a, b));
INSERT INTO u SELECT UPPER(a), COUNT(*) AS n FROM t GROUP BY GROUPING SETS ((UPPER(a)), ()) HAVING COUNT(*) > 1;
