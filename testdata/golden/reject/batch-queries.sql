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
INSERT INTO r FROM f |> ORDER BY k |> LIMIT 2 |> SELECT i;
