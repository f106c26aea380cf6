-- ROLLUP, CUBE, and what several parts of GROUP BY are together; GROUPING and GROUPING_ID
CREATE TABLE t (a STRING, b INT, c STRING, v INT) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.null-literal' = 'n');
CREATE TABLE r (a STRING, b INT, n BIGINT, g BIGINT, h BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');
CREATE TABLE q (a STRING, b INT, c STRING, s INT, g BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'q');
CREATE TABLE u (a STRING, b INT, c STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'u');
CREATE TABLE w (a STRING, b INT, c STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'w');

INSERT INTO r SELECT a, b, COUNT(*), GROUPING(a), GROUPING(b) FROM t GROUP BY ROLLUP (a, b);
INSERT INTO q SELECT a, b, c, MAX(v), GROUPING_ID(a, b, c) FROM t GROUP BY CUBE (a, (b, c));
INSERT INTO u SELECT a, b, c, COUNT(*) FROM t GROUP BY a, ROLLUP (b, c);
INSERT INTO w SELECT a, b, c, COUNT(*) FROM t WHERE v > 6 GROUP BY ROLLUP (a), CUBE (b), GROUPING SETS ((c), ());
