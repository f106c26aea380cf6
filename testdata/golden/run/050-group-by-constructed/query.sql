-- GROUP BY, DISTINCT and COUNT(DISTINCT ..) over constructed types; FIRST_VALUE and LAST_VALUE of them
CREATE TABLE t (id INT, a ARRAY<INT>, s ARRAY<STRING>, r ROW<x INT, y STRING>, m MAP<STRING, INT>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE o WITH ('connector' = 'print', 'print-identifier' = 'o') AS SELECT a, COUNT(*) AS n, SUM(id) AS ids FROM t GROUP BY a;
CREATE TABLE p WITH ('connector' = 'print', 'print-identifier' = 'p') AS SELECT r, s, COUNT(*) AS n FROM t GROUP BY r, s;
CREATE TABLE q WITH ('connector' = 'print', 'print-identifier' = 'q') AS SELECT DISTINCT a, r.x FROM t;
CREATE TABLE v WITH ('connector' = 'print', 'print-identifier' = 'v') AS
SELECT COUNT(DISTINCT a) AS da, COUNT(a) AS ca FROM t;
CREATE TABLE w WITH ('connector' = 'print', 'print-identifier' = 'w') AS
SELECT a[1] AS k, COUNT(DISTINCT s) AS ds FROM t GROUP BY a[1] HAVING COUNT(*) > 1;
