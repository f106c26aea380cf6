-- Batch mode and what needs it.
CREATE TABLE t (i INT, k STRING) WITH ('connector' = 'datagen');
CREATE TABLE f (i INT, k STRING) WITH ('connector' = 'datagen', 'number-of-rows' = '3');
CREATE TABLE r (x INT) WITH ('connector' = 'print');
CREATE TABLE p (k STRING, x INT) WITH ('connector' = 'print');

INSERT INTO r SELECT i FROM f ORDER BY i; -- ERROR needs-batch a stream has no last row
INSERT INTO r SELECT i FROM f ORDER BY i LIMIT 3; -- ERROR needs-batch the first rows change
INSERT INTO r SELECT i FROM (SELECT i FROM f ORDER BY i LIMIT 3); -- ERROR needs-batch so they do inside
INSERT INTO r SELECT i FROM (SELECT i FROM f ORDER BY i);
INSERT INTO r SELECT i FROM (SELECT i FROM f ORDER BY j); -- ERROR unknown-column it is looked at all the same
INSERT INTO r FROM f |> SELECT i |> ORDER BY i; -- ERROR needs-batch also in a pipe
INSERT INTO r SELECT i FROM f INTERSECT SELECT i FROM f; -- ERROR needs-batch what comes later may match
INSERT INTO r SELECT i FROM f EXCEPT ALL SELECT i FROM f; -- ERROR needs-batch what comes later may match
INSERT INTO r SELECT i FROM f EXCEPT SELECT k FROM f; -- ERROR no-common-type INT and STRING
INSERT INTO r SELECT i FROM f INTERSECT SELECT i, k FROM f; -- ERROR column-count one column and two
INSERT INTO r SELECT i FROM f UNION SELECT 1;
INSERT INTO r SELECT i FROM f WHERE i IN (SELECT i FROM f); -- ERROR needs-batch the query has a last row to wait for
INSERT INTO r SELECT (SELECT MAX(i) FROM f); -- ERROR needs-batch so has this one
CREATE VIEW v AS SELECT i FROM f ORDER BY i; -- ERROR needs-batch a view is a query of its own
CREATE VIEW w AS SELECT i FROM t;
SET 'execution.runtime-mode' = 'batch'; -- ERROR mode-change there are INSERTs in front
