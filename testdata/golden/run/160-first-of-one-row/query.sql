-- FIRST_VALUE, LAST_VALUE and deviations of groups of one row, over updates
CREATE TABLE t (k STRING, i INT) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv');
CREATE TABLE d (k STRING, n BIGINT, v BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'd');
CREATE TABLE p (n BIGINT, v BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'p');

INSERT INTO d SELECT k, SUM(n), VAR_POP(n) FROM (SELECT k, COUNT(*) AS n FROM t GROUP BY k) GROUP BY k;
INSERT INTO p SELECT COUNT(*), STDDEV_POP(n) FROM (SELECT k, COUNT(*) AS n FROM t GROUP BY k);
