-- Grouping, set operations, sinks and their changes
CREATE TABLE t (id BIGINT, name STRING, n INT, ts TIMESTAMP(3)) WITH ('connector' = 'datagen');
CREATE TABLE o (x BIGINT, y STRING) WITH ('connector' = 'print');
CREATE TABLE files (x BIGINT, y STRING) WITH ('connector' = 'filesystem', 'path' = 'out', 'format' = 'csv');
CREATE TABLE db (y STRING, x BIGINT, PRIMARY KEY (y) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://localhost/d', 'table-name' = 't');
CREATE TABLE plain (y STRING, x BIGINT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://localhost/d', 'table-name' = 't');
CREATE TABLE old (y STRING, x BIGINT) WITH ('connector.type' = 'jdbc', 'connector.url' = 'jdbc:mysql://localhost/d', 'connector.table' = 't');
CREATE TABLE strict (x BIGINT NOT NULL, y STRING) WITH ('connector' = 'print');
INSERT INTO o SELECT COUNT(*), name FROM t GROUP BY n; -- ERROR not-grouped "column \"name\""
INSERT INTO o SELECT id, name FROM t WHERE SUM(n) > 1; -- ERROR aggregate-place "WHERE"
INSERT INTO o SELECT SUM(COUNT(*)), name FROM t GROUP BY name; -- ERROR nested-aggregate "COUNT"
INSERT INTO o SELECT COUNT(*) AS c, UPPER(name) AS u FROM t GROUP BY u; -- ERROR unknown-column "\"u\""
INSERT INTO o SELECT SUM(name), name FROM t GROUP BY name; -- ERROR function-arguments "SUM cannot be computed over STRING"
INSERT INTO o SELECT COUNT(COLLECT(n)), name FROM t GROUP BY name; -- ERROR nested-aggregate "COLLECT"
INSERT INTO o SELECT COLLECT(n), name FROM t GROUP BY name; -- ERROR insert-type "the query gives MULTISET<INT NOT NULL>"
INSERT INTO o SELECT 1, LISTAGG(name, name) FROM t; -- ERROR function-arguments "the separator of LISTAGG must be a text literal"
INSERT INTO o SELECT 1, LISTAGG(name, CAST(NULL AS STRING)) FROM t; -- ERROR function-arguments "the separator"
INSERT INTO o SELECT 1, LISTAGG(id) FROM t; -- ERROR function-arguments "LISTAGG cannot be computed over"
INSERT INTO o SELECT 1, LISTAGG(name, ',', ',') FROM t; -- ERROR function-arguments "LISTAGG takes 1 or 2 arguments, not 3"
INSERT INTO o SELECT STDDEV(id, 1), 'x' FROM t; -- ERROR function-arguments "STDDEV"
INSERT INTO o SELECT VAR_POP(*), 'x' FROM t; -- ERROR function-arguments "VAR_POP(*) does not exist"
INSERT INTO o SELECT 1, LAST_VALUE(x) FROM (SELECT name AS x, COUNT(*) FROM t GROUP BY name);
INSERT INTO o SELECT STDDEV(x), 'x' FROM (SELECT name, COUNT(*) AS x FROM t GROUP BY name);
INSERT INTO o SELECT COUNT(*), name FROM t GROUP BY ROLLUP (name);
INSERT INTO o SELECT GROUPING(name), name FROM t GROUP BY name;
INSERT INTO o SELECT id, name FROM t ORDER BY id; -- ERROR needs-batch "ORDER BY"
INSERT INTO o SELECT id, name FROM t UNION ALL SELECT id FROM t; -- ERROR column-count "UNION"
INSERT INTO o SELECT id, name FROM t UNION ALL SELECT name, id FROM t; -- ERROR no-common-type "column 1 of the UNION"
INSERT INTO o SELECT id, name FROM t INTERSECT SELECT id, name FROM t; -- ERROR needs-batch "INTERSECT"
INSERT INTO o SELECT a.id, b.name FROM t AS a JOIN t AS b ON a.id = b.id; -- ERROR not-supported "a join"
INSERT INTO o SELECT id, name FROM t, t AS u; -- ERROR ambiguous-column "id" ERROR ambiguous-column "name" ERROR not-supported "a join"
INSERT INTO o SELECT id, name FROM o; -- ERROR not-a-source "can only be written"
INSERT INTO t SELECT id, name, n, ts FROM t; -- ERROR not-a-sink "cannot be written"
INSERT INTO o SELECT id FROM t; -- ERROR insert-columns "the query has 1 column, but 2"
INSERT INTO o (x, z) SELECT id, name FROM t; -- ERROR unknown-column "\"z\""
INSERT INTO o (x, x) SELECT id, id FROM t; -- ERROR duplicate-column "twice"
INSERT INTO strict (y) SELECT name FROM t; -- ERROR missing-column "\"x\" is NOT NULL"
INSERT INTO o SELECT name, name FROM t; -- ERROR insert-type "is BIGINT, but the query gives STRING"
INSERT INTO files SELECT COUNT(*), name FROM t GROUP BY name; -- ERROR append-only-sink "GROUP BY updates"
INSERT INTO files SELECT COUNT(*), 'all' FROM t; -- ERROR append-only-sink "the aggregation of all rows"
INSERT INTO plain SELECT name, COUNT(*) FROM t GROUP BY name; -- ERROR missing-primary-key "no PRIMARY KEY"
INSERT INTO db SELECT name, COUNT(*) FROM t GROUP BY name;
INSERT INTO db SELECT UPPER(name), COUNT(*) FROM t GROUP BY name; -- ERROR key-mismatch "is not what identifies"
INSERT INTO db SELECT name, COUNT(*) FROM t GROUP BY name, n; -- ERROR key-mismatch "is not what identifies"
INSERT INTO old SELECT name, COUNT(*) FROM t GROUP BY name;
INSERT INTO old SELECT 'a', COUNT(*) FROM t GROUP BY name; -- ERROR missing-primary-key "no PRIMARY KEY"
INSERT INTO o SELECT MAX(s), y FROM (SELECT name AS y, n, SUM(n) AS s FROM t GROUP BY name, n) GROUP BY y;
INSERT INTO o SELECT MIN(s), y FROM (SELECT name AS y, n, COUNT(*) AS s FROM t GROUP BY name, n) GROUP BY y;
INSERT INTO o SELECT MAX(s), y FROM (SELECT name AS y, n, MIN(n) AS s FROM t GROUP BY name, n) GROUP BY y;
INSERT INTO o SELECT MAX(s), y FROM (SELECT name AS y, n, COUNT(*) AS s FROM t GROUP BY name, n) WHERE s < 3 GROUP BY y;
INSERT INTO o SELECT MAX(s) FILTER (WHERE s < 3), y FROM (SELECT name AS y, n, COUNT(*) AS s FROM t GROUP BY name, n) GROUP BY y;
INSERT INTO o SELECT MAX(s), 'x' FROM (SELECT name, MAX(n) AS m, COUNT(*) AS s FROM t GROUP BY name) GROUP BY m;
INSERT INTO o SELECT MAX(s + 1), y FROM (SELECT name AS y, n, COUNT(*) AS s FROM t GROUP BY name, n) GROUP BY y;
INSERT INTO o SELECT MAX(c), 'x' FROM (SELECT s, COUNT(*) AS c FROM (SELECT name, COUNT(*) AS s FROM t GROUP BY name) GROUP BY s);
INSERT INTO o SELECT COUNT(*), y FROM (SELECT name AS y, SUM(CAST(n AS DOUBLE)) AS s FROM t GROUP BY name) GROUP BY y HAVING SUM(s) > 1 AND AVG(s) > 1;
INSERT INTO o SELECT MAX(s), y FROM (SELECT name AS y, n, COUNT(*) AS s FROM t GROUP BY name, n) GROUP BY y;
INSERT INTO o SELECT SUM(s), y FROM (SELECT name AS y, SUM(n) AS s, MIN(n) AS m FROM t GROUP BY name) GROUP BY y HAVING MAX(m) > 1;
INSERT INTO files SELECT DISTINCT s, 'x' FROM (SELECT name, n, COUNT(*) AS s FROM t GROUP BY name, n); -- ERROR append-only-sink ""
INSERT INTO o SELECT DISTINCT s, 'x' FROM (SELECT SUM(id) AS s FROM t GROUP BY name);
INSERT INTO o SELECT SUM(id), name FROM t GROUP BY name LIMIT 5; -- ERROR updating-input "LIMIT"
INSERT INTO o WITH c AS (SELECT idd FROM t) SELECT idd, 'a' FROM c; -- ERROR unknown-column "idd"
INSERT INTO o VALUES (1, 'a'), (2); -- ERROR column-count "this row has 1 value"
INSERT INTO o VALUES (1, 'a'), ('b', 'c'); -- ERROR no-common-type "VALUES"
INSERT INTO o SELECT x.* FROM t; -- ERROR unknown-table "\"x\""
INSERT INTO o SELECT *; -- ERROR star-without-from "FROM"
INSERT OVERWRITE o SELECT id, name FROM t; -- ERROR not-supported "INSERT OVERWRITE"
SELECT id FROM t; -- ERROR no-sink "goes nowhere"
