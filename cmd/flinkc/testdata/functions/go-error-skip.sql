-- ON ERROR SKIP ROW drops the row in a SELECT, in WHERE, in GROUP BY and below an aggregate, and no other row
CREATE FUNCTION risky(v INT) RETURNS INT LANGUAGE GO ON ERROR SKIP ROW AS './udf.Risky';
CREATE FUNCTION risky_p(v INT) RETURNS INT LANGUAGE GO ON ERROR SKIP ROW AS './udf.RiskyPointer';
CREATE FUNCTION halve(v INT) RETURNS INT LANGUAGE GO ON ERROR SKIP ROW AS './udf.Halve';
CREATE TABLE r (id STRING, a BIGINT, b BIGINT) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT * FROM (VALUES (1), (2), (3), (4), (5), (CAST(NULL AS INT))) AS t (x);
INSERT INTO r SELECT 'select', x, risky(x) FROM v;
INSERT INTO r SELECT 'pointer', x, risky_p(x) FROM v;
INSERT INTO r SELECT 'halve', x, halve(x) FROM v;
INSERT INTO r SELECT 'where', x, 0 FROM v WHERE risky(x) > 15;
INSERT INTO r SELECT 'group', risky(x), COUNT(*) FROM v GROUP BY risky(x);
INSERT INTO r SELECT 'sum', SUM(risky(x)), COUNT(*) FROM v;
INSERT INTO r SELECT 'having', MAX(x), COUNT(*) FROM v GROUP BY x HAVING risky(MAX(x)) >= 10;
--= [select, 1, 10]
--= [select, 2, 20]
--= [select, 5, 50]
--= [select, null, null]
--= [pointer, 1, 10]
--= [pointer, 2, null]
--= [pointer, 5, 50]
--= [pointer, null, null]
--= [halve, 1, null]
--= [halve, 2, 1]
--= [halve, 3, null]
--= [halve, 4, 2]
--= [halve, 5, null]
--= [halve, null, null]
--= [where, 2, 0]
--= [where, 5, 0]
--= [group, 10, 1]
--= [group, 20, 1]
--= [group, 50, 1]
--= [group, null, 1]
--= [sum, 80, 4]
--= [having, 1, 1]
--= [having, 2, 1]
--= [having, 5, 1]
