-- Names of tables, columns, views, functions and aliases that do not stand for anything.
CREATE TABLE t (id INT, name STRING, price DECIMAL(10, 2), ok BOOLEAN)
WITH ('connector' = 'datagen');
CREATE TABLE r (a INT) WITH ('connector' = 'print');
CREATE TABLE s (a STRING) WITH ('connector' = 'print');

INSERT INTO r SELECT prise FROM t; -- ERROR unknown-column column "prise" does not exist in t
INSERT INTO r SELECT ID FROM t; -- ERROR unknown-column column "ID" does not exist: names differ by case
INSERT INTO r SELECT id FROM tt; -- ERROR unknown-table table "tt" does not exist
INSERT INTO r SELECT id FROM T; -- ERROR unknown-table table "T" does not exist: names differ by case
INSERT INTO rr SELECT id FROM t; -- ERROR unknown-table table "rr" does not exist
INSERT INTO r SELECT u.id FROM t; -- ERROR unknown-table table or alias "u" is not in FROM
INSERT INTO r SELECT t.id FROM t AS u; -- ERROR unknown-table "t" is hidden by its alias "u"
INSERT INTO r SELECT u.* FROM t; -- ERROR unknown-table table or alias "u" is not in FROM
INSERT INTO r SELECT u.prise FROM t AS u; -- ERROR unknown-column column "prise" does not exist in u
INSERT INTO r SELECT id FROM t WHERE prise > 1; -- ERROR unknown-column column "prise" does not exist in t
INSERT INTO r SELECT id AS x FROM t WHERE x > 1; -- ERROR unknown-column WHERE does not see the alias "x"
INSERT INTO r SELECT id + 1 AS x FROM t GROUP BY x; -- ERROR unknown-column GROUP BY does not see the alias "x"
INSERT INTO r SELECT SUM(id) AS x FROM t HAVING x > 1; -- ERROR unknown-column HAVING does not see the alias "x"
INSERT INTO r SELECT id AS x, x + 1 FROM t; -- ERROR unknown-column a select item does not see the alias "x"
INSERT INTO s SELECT UPER(name) FROM t; -- ERROR unknown-function function "UPER" does not exist
INSERT INTO s SELECT no_such(name) FROM t; -- ERROR unknown-function function "no_such" does not exist
INSERT INTO r SELECT y FROM (SELECT id AS x FROM t); -- ERROR unknown-column column "y" is not in the sub-query
INSERT INTO r SELECT name -- ERROR unknown-column column "name" is hidden by the sub-query
FROM (SELECT id FROM t);
INSERT INTO r WITH c AS (SELECT id FROM t) SELECT id FROM d; -- ERROR unknown-table table "d" does not exist
INSERT INTO r WITH c AS (SELECT id
FROM d), d AS (SELECT id FROM t) -- ERROR unknown-table "d" is used before it is defined
SELECT id FROM c;
INSERT INTO r WITH c (x, y) AS (SELECT id FROM t) -- ERROR column-count two names for one column
SELECT x FROM c;
INSERT INTO r SELECT x
FROM (SELECT id AS x, price AS x FROM t) AS u (x, y, z); -- ERROR column-count three names for two columns
INSERT INTO r SELECT id FROM other.t; -- ERROR unknown-database database "other" does not exist
INSERT INTO r SELECT id FROM cat.db.t; -- ERROR unknown-database catalog "cat" does not exist
DROP TABLE tt; -- ERROR unknown-table table "tt" does not exist
DROP VIEW vv; -- ERROR unknown-table view "vv" does not exist
DROP FUNCTION ff; -- ERROR unknown-function function "ff" does not exist
DROP VIEW t; -- ERROR drop "t" is a table, not a view
CREATE TABLE t (id INT) WITH ('connector' = 'print'); -- ERROR already-exists table "t" exists already
CREATE VIEW t AS SELECT 1 AS a; -- ERROR already-exists "t" exists already
INSERT INTO r SELECT id, price t WHERE id > 1; -- ERROR lost-from FROM is missing
