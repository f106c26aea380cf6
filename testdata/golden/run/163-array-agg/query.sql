-- ARRAY_AGG: in order of arrival, with NULLs or without, DISTINCT, FILTER, of a constructed type, used in expressions
CREATE TABLE t (id INT, k STRING, v INT, s STRING, d DATE, r ROW<x INT>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE a WITH ('connector' = 'print', 'print-identifier' = 'a') AS
SELECT k, ARRAY_AGG(v) AS a FROM t GROUP BY k;
CREATE TABLE b WITH ('connector' = 'print', 'print-identifier' = 'b') AS
SELECT k, ARRAY_AGG(v) FILTER (WHERE v > 3) AS a, ARRAY_AGG(s IGNORE NULLS) AS b FROM t GROUP BY k;
CREATE TABLE c WITH ('connector' = 'print', 'print-identifier' = 'c') AS
SELECT ARRAY_AGG(d) AS a, ARRAY_AGG(r) AS b, COUNT(*) AS n FROM t;
CREATE TABLE d WITH ('connector' = 'print', 'print-identifier' = 'd') AS
SELECT k, ARRAY_AGG(DISTINCT v) AS a FROM t GROUP BY k;
CREATE TABLE e WITH ('connector' = 'print', 'print-identifier' = 'e') AS
SELECT k, CARDINALITY(ARRAY_AGG(v)) AS a, ARRAY_AGG(v)[1] AS b, MAX(v) AS m FROM t GROUP BY k HAVING COUNT(*) > 1;
CREATE TABLE f WITH ('connector' = 'print', 'print-identifier' = 'f') AS
SELECT ARRAY_AGG(s) AS a FROM t WHERE id > 100;
CREATE TABLE g WITH ('connector' = 'print', 'print-identifier' = 'g') AS
SELECT k, x FROM (SELECT k, ARRAY_AGG(id) AS ids FROM t GROUP BY k) CROSS JOIN UNNEST(ids) AS u (x);
