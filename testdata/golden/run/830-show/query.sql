-- SHOW names what is declared, in the current database or another one, by patterns

SHOW CATALOGS;
SHOW DATABASES;
SHOW TABLES;
SHOW CURRENT CATALOG;
SHOW CURRENT DATABASE;
CREATE CATALOG shop WITH ('type' = 'generic_in_memory');
CREATE DATABASE shop.sales;
CREATE DATABASE IF NOT EXISTS archive;
CREATE TABLE t (id INT, k STRING) WITH ('connector' = 'print');
CREATE TABLE old_t (id INT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE tmp (id INT) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT 1 AS n1;
CREATE TEMPORARY VIEW w AS SELECT 2 AS n2;
CREATE TABLE shop.sales.orders (id INT) WITH ('connector' = 'print');
CREATE TABLE archive.years (y INT) WITH ('connector' = 'print');
SHOW CATALOGS;
SHOW DATABASES;
SHOW DATABASES FROM shop;
SHOW DATABASES IN shop LIKE 's%';
SHOW TABLES;
SHOW VIEWS;
SHOW TABLES FROM archive;
SHOW TABLES IN shop.sales;
SHOW TABLES LIKE '%t%';
SHOW TABLES NOT LIKE '%t%';
SHOW TABLES FROM archive LIKE 'year_';
USE CATALOG shop;
SHOW CURRENT CATALOG;
SHOW CURRENT DATABASE;
USE sales;
SHOW CURRENT DATABASE;
SHOW TABLES;
USE default_catalog.archive;
SHOW TABLES;
DROP TABLE years;
SHOW TABLES;
SHOW USER FUNCTIONS;
USE default_catalog.default_database;
DROP DATABASE archive;
SHOW DATABASES;
DROP DATABASE shop.sales CASCADE;
SHOW DATABASES FROM shop;
DROP CATALOG shop;
SHOW CATALOGS;
DROP DATABASE IF EXISTS archive;
DROP CATALOG IF EXISTS shop;
CREATE TABLE r (
  n INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);
INSERT INTO r VALUES (1);
