-- SHOW, DESCRIBE, and DROP of catalogs and databases.
CREATE TABLE t (i INT) WITH ('connector' = 'datagen');
CREATE VIEW v AS SELECT i FROM t;
CREATE DATABASE store;
CREATE TABLE store.t (i INT) WITH ('connector' = 'datagen');
SHOW TABLES FROM nowhere; -- ERROR unknown-database no such database
SHOW DATABASES FROM nowhere; -- ERROR unknown-database no such catalog
SHOW COLUMNS FROM tt; -- ERROR unknown-table no such table
SHOW CREATE TABLE v; -- ERROR show a view
SHOW CREATE VIEW t; -- ERROR show a table
SHOW CREATE TABLE tt; -- ERROR unknown-table no such table
SHOW CREATE CATALOG nowhere; -- ERROR unknown-database no such catalog
SHOW TABLES LIKE t; -- ERROR syntax a pattern is a text
SHOW SECRETS; -- ERROR syntax there is no such thing
DESCRIBE tt; -- ERROR unknown-table no such table
DESCRIBE CATALOG nowhere; -- ERROR unknown-database no such catalog
DESCRIBE DATABASE nowhere; -- ERROR unknown-database no such database
DESCRIBE FUNCTION nothing; -- ERROR unknown-function no such function
EXPLAIN SELECT j FROM t; -- ERROR unknown-column what is explained is checked
DROP DATABASE store; -- ERROR drop there is a table in it
DROP DATABASE default_database; -- ERROR drop it is in use
DROP CATALOG default_catalog; -- ERROR drop it is in use
DROP DATABASE nowhere; -- ERROR unknown-database no such database
DROP CATALOG nowhere; -- ERROR unknown-database no such catalog
DROP DATABASE store CASCADE;
SHOW TABLES FROM store; -- ERROR unknown-database it is dropped
