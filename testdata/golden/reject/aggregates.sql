-- Grouping and aggregates.
CREATE TABLE t (k STRING, i INT, b BIGINT, o BOOLEAN, z TIMESTAMP(3))
WITH ('connector' = 'datagen');
CREATE TABLE r (x INT) WITH ('connector' = 'print');
CREATE TABLE p (k STRING, x INT) WITH ('connector' = 'print');
CREATE TABLE n (k STRING, x BIGINT) WITH ('connector' = 'print');
CREATE TABLE f (k STRING, x INT)
WITH ('connector' = 'filesystem', 'path' = '/tmp/f', 'format' = 'csv');

INSERT INTO p SELECT k, SUM(i) FROM t; -- ERROR not-grouped k is neither grouped nor aggregated
INSERT INTO p SELECT k, i FROM t GROUP BY k; -- ERROR not-grouped i is neither grouped nor aggregated
INSERT INTO p SELECT k, i + SUM(i) FROM t GROUP BY k; -- ERROR not-grouped i is neither grouped nor aggregated
INSERT INTO p SELECT * -- ERROR not-grouped the star stands for columns that are not grouped
FROM t GROUP BY k;
INSERT INTO r SELECT SUM(i) FROM t WHERE SUM(i) > 1; -- ERROR aggregate-place WHERE takes no aggregate
INSERT INTO r SELECT SUM(i) FROM t GROUP BY SUM(i); -- ERROR aggregate-place GROUP BY takes no aggregate
INSERT INTO r SELECT SUM(MAX(i)) FROM t; -- ERROR nested-aggregate an aggregate inside an aggregate
INSERT INTO r SELECT MAX(i) FILTER (WHERE SUM(i) > 1) FROM t; -- ERROR nested-aggregate FILTER takes no aggregate
INSERT INTO r SELECT MAX(i) FILTER (WHERE i) FROM t; -- ERROR not-boolean FILTER needs BOOLEAN, not INT
INSERT INTO r SELECT ABS(i) FILTER (WHERE o) FROM t; -- ERROR not-aggregate FILTER belongs to aggregates only
INSERT INTO r SELECT ABS(DISTINCT i) FROM t; -- ERROR not-aggregate DISTINCT belongs to aggregates only
INSERT INTO r SELECT SUM(k) FROM t; -- ERROR function-arguments SUM needs a number, not STRING
INSERT INTO r SELECT SUM(o) FROM t; -- ERROR function-arguments SUM needs a number, not BOOLEAN
INSERT INTO r SELECT AVG(k) FROM t; -- ERROR function-arguments AVG needs a number, not STRING
INSERT INTO r SELECT AVG(z) FROM t; -- ERROR function-arguments AVG needs a number, not TIMESTAMP
INSERT INTO r SELECT SUM() FROM t; -- ERROR function-arguments SUM needs one argument
INSERT INTO r SELECT SUM(*) FROM t; -- ERROR function-arguments only COUNT takes a star
INSERT INTO r SELECT SUM(i, i) FROM t; -- ERROR function-arguments SUM takes one argument
INSERT INTO n SELECT k, COUNT(DISTINCT i, b) -- ERROR not-supported COUNT counts one column in streaming
FROM t GROUP BY k;
INSERT INTO p SELECT k, SUM(i)
FROM t GROUP BY k HAVING i > 1; -- ERROR not-grouped i is neither grouped nor aggregated
INSERT INTO p SELECT k, SUM(i)
FROM t GROUP BY k HAVING SUM(i); -- ERROR not-boolean HAVING needs BOOLEAN, not INT
INSERT INTO p SELECT 'x', 1 FROM t HAVING i > 1; -- ERROR not-grouped HAVING aggregates: i is not grouped
INSERT INTO f SELECT k, SUM(i) FROM t GROUP BY k; -- ERROR append-only-sink a filesystem sink takes no updates
INSERT INTO f SELECT DISTINCT k, SUM(i) -- ERROR append-only-sink a filesystem sink takes no updates
FROM t GROUP BY k;
INSERT INTO f SELECT k, x -- ERROR append-only-sink a filesystem sink takes no updates
FROM (SELECT k, MAX(i) AS x FROM t GROUP BY k) WHERE x > 1;
INSERT INTO f SELECT k, CAST(b AS INT) -- ERROR append-only-sink a filesystem sink takes no deletions
FROM (SELECT DISTINCT k, b FROM (SELECT k, i, COUNT(*) AS b FROM t GROUP BY k, i));
INSERT INTO n SELECT 'all', MIN(x)
FROM (SELECT k, COUNT(*) AS x FROM t GROUP BY k);
INSERT INTO n SELECT k, x -- ERROR updating-input LIMIT over updates
FROM (SELECT k, COUNT(*) AS x FROM t GROUP BY k) LIMIT 3;
