-- conditions that are constant, literals alone, and aggregates over nothing
CREATE TABLE r (id STRING, a INT, b BIGINT) WITH ('connector' = 'print');
CREATE VIEW t AS SELECT * FROM (VALUES (1, 2), (3, CAST(NULL AS INT))) AS t (x, y);
INSERT INTO r SELECT 'false', x, y FROM t WHERE FALSE;
INSERT INTO r SELECT 'true', x, y FROM t WHERE TRUE;
INSERT INTO r SELECT 'null', x, y FROM t WHERE CAST(NULL AS BOOLEAN);
INSERT INTO r SELECT 'one is two', x, y FROM t WHERE 1 = 2;
INSERT INTO r SELECT 'literals', 1, 2 FROM t;
INSERT INTO r SELECT 'no table', 1, CAST(NULL AS BIGINT);
INSERT INTO r SELECT 'all of nothing', CAST(SUM(x) AS INT), COUNT(*) FROM t WHERE x > 100;
INSERT INTO r SELECT 'by of nothing', x, COUNT(*) FROM t WHERE x > 100 GROUP BY x;
INSERT INTO r SELECT 'by a literal', 7, COUNT(*) FROM t GROUP BY 'k';
INSERT INTO r SELECT 'having false', 7, COUNT(*) FROM t HAVING FALSE;
INSERT INTO r SELECT 'having', 7, COUNT(*) FROM t HAVING COUNT(*) > 1;
--= [true, 1, 2]
--= [true, 3, null]
--= [literals, 1, 2]
--= [literals, 1, 2]
--= [no table, 1, null]
--= [by a literal, 7, 2]
--= [having, 7, 2]
