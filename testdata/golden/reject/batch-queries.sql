-- Queries in batch mode: keys of ORDER BY, set operations, and tables without end.
CREATE TABLE t (i INT, k STRING) WITH ('connector' = 'datagen');
CREATE TABLE f (i INT, k STRING) WITH ('connector' = 'datagen', 'number-of-rows' = '3');
CREATE TABLE r (x INT) WITH ('connector' = 'print');
CREATE TABLE p (k STRING, x INT) WITH ('connector' = 'print');
CREATE VIEW w AS SELECT i FROM t; -- ERROR unbounded used in batch mode below
SET 'execution.runtime-mode' = 'batch';

INSERT INTO r SELECT i FROM t; -- ERROR unbounded the table has no end
INSERT INTO r SELECT i FROM w;
INSERT INTO r SELECT i FROM f ORDER BY 2; -- ERROR order-by there is one column
INSERT INTO r SELECT i FROM f ORDER BY 0; -- ERROR order-by columns are counted from 1
INSERT INTO r SELECT i FROM f ORDER BY j; -- ERROR unknown-column no such column
INSERT INTO r SELECT i AS x FROM f ORDER BY x, i, k;
INSERT INTO r SELECT DISTINCT i FROM f ORDER BY k; -- ERROR order-by k is not selected
INSERT INTO r SELECT i FROM f ORDER BY NULL; -- ERROR untyped-null a NULL has no order
INSERT INTO r SELECT i FROM f ORDER BY i + k; -- ERROR operand-type no number
INSERT INTO p SELECT k, MAX(i) FROM f GROUP BY k ORDER BY i; -- ERROR not-grouped i is not grouped
INSERT INTO r SELECT i FROM f ORDER BY i LIMIT k; -- ERROR row-count LIMIT takes a number
INSERT INTO r SELECT i FROM f ORDER BY COUNT(*); -- ERROR not-grouped i is not grouped
INSERT INTO r SELECT i FROM f UNION ALL SELECT 1 ORDER BY k; -- ERROR unknown-column the union has no k
INSERT INTO r SELECT i FROM f INTERSECT SELECT i FROM f EXCEPT SELECT i FROM f ORDER BY i;
INSERT INTO r SELECT i FROM f INTERSECT ALL SELECT i FROM t; -- ERROR unbounded the table on the right has no end
INSERT INTO r SELECT i FROM f WHERE i IN (SELECT i FROM t); -- ERROR unbounded the table of the query has no end
INSERT INTO r SELECT i FROM f WHERE i IN (SELECT i, k FROM f); -- ERROR column-count two columns
INSERT INTO r SELECT (SELECT i, k FROM f) FROM f; -- ERROR column-count two columns
INSERT INTO r SELECT i FROM f WHERE i IN (SELECT k FROM f); -- ERROR operand-type INT and STRING
INSERT INTO r SELECT i FROM f WHERE (i, k) IN (SELECT i, k FROM f); -- ERROR not-supported several columns
INSERT INTO r SELECT i FROM f WHERE i > ALL (SELECT i FROM f); -- ERROR not-supported only = ANY and <> ALL
INSERT INTO r SELECT i FROM f WHERE i <> ALL (SELECT i FROM f) AND i = ANY (SELECT i FROM f);
INSERT INTO r SELECT i FROM f WHERE i IN (SELECT j FROM f); -- ERROR unknown-column no such column
INSERT INTO r SELECT i FROM f WHERE EXISTS (SELECT 1 FROM f AS g WHERE g.i > f.i); -- ERROR not-supported no equality
INSERT INTO r SELECT i FROM f WHERE EXISTS (SELECT 1 FROM f AS g WHERE g.i = f.i OR g.i = 1); -- ERROR not-supported OR
INSERT INTO r SELECT i FROM f WHERE EXISTS (SELECT 1 FROM f AS g WHERE g.i = f.i AND g.i > 3);
INSERT INTO r SELECT i FROM f WHERE i = (SELECT MAX(i) FROM f AS g WHERE g.k = f.k); -- ERROR not-supported a value that is tied
INSERT INTO r SELECT i FROM f WHERE i IN (SELECT MAX(i) FROM f AS g WHERE g.k = f.k); -- ERROR not-supported aggregates
INSERT INTO r SELECT i FROM f WHERE i IN (SELECT f.i FROM f AS g WHERE g.k = f.k); -- ERROR not-supported the row in SELECT
INSERT INTO r SELECT i FROM f WHERE EXISTS (SELECT 1 FROM f AS g WHERE g.k = f.j); -- ERROR unknown-column f has no j
INSERT INTO r SELECT MAX(i) FROM f GROUP BY i IN (SELECT i FROM f); -- ERROR not-supported GROUP BY takes no query
INSERT INTO r SELECT i FROM (VALUES ((SELECT 1))) AS v (i); -- ERROR not-supported VALUES takes no query
INSERT INTO r FROM f |> WHERE i IN (SELECT i FROM f) |> SELECT i;
INSERT INTO r FROM f |> ORDER BY k |> LIMIT 2 |> SELECT i;
