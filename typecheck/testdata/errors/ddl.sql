-- Tables, columns, keys, watermarks, types
CREATE TABLE a (id BIGINT, name STRING) WITH ('connector' = 'datagen');
CREATE TABLE a (id BIGINT) WITH ('connector' = 'print'); -- ERROR already-exists "table \"a\" exists already"
CREATE TABLE IF NOT EXISTS a (id BIGINT) WITH ('connector' = 'print');
CREATE TEMPORARY TABLE a (n INT) WITH ('connector' = 'print');
DROP TABLE missing; -- ERROR unknown-table "missing"
DROP TABLE IF EXISTS missing;
DROP VIEW a; -- ERROR drop "is a table, not a view"
CREATE TABLE b (id BIGINT, id STRING) WITH ('connector' = 'print'); -- ERROR duplicate-column "\"id\" is declared twice"
CREATE TABLE c (id BIGINTT) WITH ('connector' = 'print'); -- ERROR unknown-type "BIGINTT"
CREATE TABLE d (id DECIMAL(39, 2)) WITH ('connector' = 'print'); -- ERROR type-parameters "1 to 38, not 39"
CREATE TABLE e (id DECIMAL(3, 4)) WITH ('connector' = 'print'); -- ERROR type-parameters "scale"
CREATE TABLE f (id TIMESTAMP(10)) WITH ('connector' = 'print'); -- ERROR type-parameters "0 to 9"
CREATE TABLE g (id BIGINT(3)) WITH ('connector' = 'print'); -- ERROR type-parameters "takes no numbers"
CREATE TABLE h (r ROW<x INT, y STRING>) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't'); -- ERROR column-type "ROW<`x` INT"
CREATE TABLE i (m MAP<INT, STRING>) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'json'); -- ERROR column-type "the json format cannot have columns of type MAP<INT, STRING>"
CREATE TABLE m (id BIGINT, PRIMARY KEY (idd) NOT ENFORCED) WITH ('connector' = 'print'); -- ERROR unknown-column "idd"
CREATE TABLE n (id BIGINT, PRIMARY KEY (id, id) NOT ENFORCED) WITH ('connector' = 'print'); -- ERROR key-column "twice"
CREATE TABLE p (id BIGINT, x AS id + 1, PRIMARY KEY (x) NOT ENFORCED) WITH ('connector' = 'print'); -- ERROR key-column "computed"
CREATE TABLE q (id BIGINT PRIMARY KEY NOT ENFORCED, PRIMARY KEY (id) NOT ENFORCED) WITH ('connector' = 'print'); -- ERROR second-primary-key "already"
CREATE TABLE r (id BIGINT UNIQUE) WITH ('connector' = 'print'); -- ERROR unique-key "UNIQUE"
CREATE TABLE s (x BIGINT, y AS z + 1) WITH ('connector' = 'datagen'); -- ERROR unknown-column "column \"z\" does not exist in table \"s\""
CREATE TABLE t (x BIGINT, y AS x + 1, z AS y + 1) WITH ('connector' = 'datagen'); -- ERROR unknown-column "\"y\""
CREATE TABLE u (x BIGINT, y AS x + 'a') WITH ('connector' = 'datagen'); -- ERROR operand-type "between BIGINT and CHAR(1) NOT NULL"
CREATE TABLE v (ts TIMESTAMP(6), WATERMARK FOR ts AS ts) WITH ('connector' = 'datagen'); -- ERROR watermark-type "the time column"
CREATE TABLE w (ts TIMESTAMP(3), WATERMARK FOR ts AS 5) WITH ('connector' = 'datagen'); -- ERROR watermark-type "the watermark"
CREATE TABLE x (ts TIMESTAMP(3), WATERMARK FOR tss AS ts) WITH ('connector' = 'datagen'); -- ERROR unknown-column "tss"
CREATE TABLE y (ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH ('connector' = 'datagen');
CREATE TABLE z (k STRING METADATA FROM 'key') WITH ('connector' = 'print'); -- ERROR not-supported "metadata columns"
CREATE TABLE base (id BIGINT, name STRING) WITH ('connector' = 'datagen');
CREATE VIEW va (one) AS SELECT id, name FROM base; -- ERROR column-count "1 name, but the query has 2"
CREATE VIEW vb AS SELECT nope FROM base; -- ERROR unknown-column "nope"
CREATE VIEW vc AS SELECT whatever FROM vb;
CREATE TABLE lv WITH ('connector' = 'print') LIKE vc; -- ERROR like-source "is a view"
CREATE TABLE la WITH ('connector' = 'print') LIKE nowhere; -- ERROR unknown-table "nowhere"
CREATE TABLE db1.x (id INT) WITH ('connector' = 'print'); -- ERROR unknown-database "db1"
CREATE DATABASE db2;
CREATE TABLE db2.x (id INT) WITH ('connector' = 'print');
CREATE TABLE ctas WITH ('connector' = 'print') AS SELECT nope FROM base; -- ERROR unknown-column "nope"
CREATE TABLE ctas2 WITH ('connector' = 'print') AS SELECT NULL AS x FROM base; -- ERROR untyped-null "SELECT"
CREATE TABLE ctas3 (id AS 1) WITH ('connector' = 'print') AS SELECT id FROM base; -- ERROR unknown-column "is computed"
CREATE TABLE ctas4 (id STRING) WITH ('connector' = 'print') AS SELECT id > 1 AS id FROM base; -- ERROR insert-type "id"
CREATE TABLE parts (a INT, b INT) PARTITIONED BY (b) WITH ('connector' = 'print'); -- ERROR not-supported "PARTITIONED BY"
SET 'table.exec.state.ttl' = 'soon'; -- ERROR setting-value "soon"
SET 'execution.runtime-mode' = 'sometimes'; -- ERROR setting-value "sometimes"
SET 'table.local-time-zone' = 'Mars/Phobos'; -- ERROR setting-value "Mars/Phobos"
