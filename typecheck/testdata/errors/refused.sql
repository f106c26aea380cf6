-- What parses and is refused, and declarations that are wrong in parts
CREATE TABLE t (id BIGINT, name STRING, d DOUBLE, n DECIMAL(10, 2), ok BOOLEAN, ts TIMESTAMP(3)) WITH ('connector' = 'datagen');
CREATE TABLE u (id BIGINT, name STRING) WITH ('connector' = 'datagen');
CREATE TABLE o (x BIGINT) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT id FROM t;
CREATE TEMPORARY TABLE tmp (x INT) WITH ('connector' = 'print');
INSERT INTO v SELECT id FROM t; -- ERROR not-a-sink "is a view"
INSERT INTO o SELECT (SELECT id FROM t) FROM t; -- ERROR not-supported "a query inside of an expression"
INSERT INTO o SELECT ARRAY[1, 2] FROM t; -- ERROR not-supported "ARRAY"
INSERT INTO o SELECT MAP['a', 1] FROM t; -- ERROR not-supported "MAP"
INSERT INTO o SELECT ROW(1, 2) FROM t; -- ERROR not-supported "ROW"
INSERT INTO o SELECT name[1] FROM t; -- ERROR not-supported "access to an element"
INSERT INTO o SELECT ABS(x => id) FROM t; -- ERROR not-supported "a named argument"
INSERT INTO o SELECT t.id FROM t JOIN u ON t.id = u.id; -- ERROR not-supported "a join"
INSERT INTO o SELECT id FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR)); -- ERROR not-supported "a table function or window"
INSERT INTO o SELECT id FROM t FOR SYSTEM_TIME AS OF ts; -- ERROR not-supported "FOR SYSTEM_TIME AS OF"
INSERT INTO o SELECT id FROM t /*+ OPTIONS('number-of-rows' = '1') */; -- ERROR not-supported "the hint OPTIONS"
INSERT INTO o SELECT d % 2 FROM t; -- ERROR operand-type "operator % cannot be used between DOUBLE and INT"
INSERT INTO o SELECT 2 % d FROM t; -- ERROR operand-type "operator % cannot be used between INT NOT NULL and DOUBLE"
INSERT INTO o SELECT ts - ts FROM t; -- ERROR operand-type "operator - cannot be used between TIMESTAMP(3) and TIMESTAMP(3)"
INSERT INTO o SELECT ABS(DISTINCT id) FROM t; -- ERROR not-aggregate "ABS"
INSERT INTO o SELECT ABS(*) FROM t; -- ERROR not-aggregate "ABS"
INSERT INTO o SELECT SUM(*) FROM t; -- ERROR function-arguments "SUM(*) does not exist"
INSERT INTO o SELECT SUM(id, id) FROM t; -- ERROR function-arguments "SUM takes 1 argument, not 2"
INSERT INTO o SELECT COALESCE() FROM t; -- ERROR function-arguments "COALESCE"
INSERT INTO o SELECT COALESCE(id, ok) FROM t; -- ERROR no-common-type "COALESCE"
INSERT INTO o SELECT COALESCE(NULL, NULL) FROM t; -- ERROR untyped-null "COALESCE"
INSERT INTO o SELECT NULLIF(id) FROM t; -- ERROR function-arguments "NULLIF takes 2 arguments, not 1"
INSERT INTO o SELECT NULLIF(id, ok) FROM t; -- ERROR operand-type "BIGINT and BOOLEAN cannot be compared"
INSERT INTO o SELECT id FROM t WHERE ts > DATE '2021-02-30'; -- ERROR bad-literal "'2021-02-30' is no DATE"
INSERT INTO o SELECT id FROM t WHERE ts > ts + INTERVAL '1x' DAY; -- ERROR bad-literal "'1x' is no INTERVAL DAY"
INSERT INTO o SELECT id FROM t WHERE ts > 'yesterday'; -- ERROR bad-literal "'yesterday'"
INSERT INTO o SELECT x'00' FROM t; -- ERROR insert-type "BINARY"
INSERT INTO o SELECT c.nope FROM (SELECT id AS a, name FROM t) AS c (x, y); -- ERROR unknown-column "nope"
INSERT INTO o SELECT x FROM (SELECT id, name FROM t) AS c (x, x); -- ERROR ambiguous-column "x"
CREATE DATABASE db;
CREATE DATABASE db; -- ERROR already-exists "db"
CREATE DATABASE IF NOT EXISTS db;
USE nowhere; -- ERROR unknown-database "nowhere"
DROP TABLE tmp; -- ERROR drop "is temporary"
DROP TEMPORARY TABLE tmp;
DROP FUNCTION upper; -- ERROR unknown-function "no function \"upper\" is declared"
DROP FUNCTION IF EXISTS nothing;
CREATE FUNCTION f1 (a STRING, a STRING) RETURNS STRING LANGUAGE GO AS './udf.F'; -- ERROR duplicate-column "parameter \"a\" is declared twice"
CREATE FUNCTION f2 (a STRING) RETURNS STRING LANGUAGE GO AS './udf.F' WITH ('string' = 'owned'); -- ERROR unknown-option "'string'"
CREATE FUNCTION f3 (a STRING) RETURNS STRING LANGUAGE GO AS './udf.F' WITH ('strings' = 'lent'); -- ERROR option-value "'lent'"
CREATE FUNCTION f4 (a STRING) RETURNS STRING LANGUAGE GO LANGUAGE GO AS './udf.F'; -- ERROR function-clause "LANGUAGE is given twice"
CREATE FUNCTION f5 (a MAP<STRING, INT>) RETURNS STRING LANGUAGE GO AS './udf.F'; -- ERROR function-type "MAP<STRING, INT>"
CREATE FUNCTION f6 (a BIGINT) RETURNS STRING LANGUAGE GO AS './udf.F'; -- ERROR go-signature "BIGINT"
SET 'parallelism.default' = 'many'; -- ERROR setting-value "many"
EXPLAIN INSERT INTO o SELECT nope FROM t; -- ERROR unknown-column "nope"
EXPLAIN SELECT nope FROM t; -- ERROR unknown-column "nope"
SELECT nope FROM t; -- ERROR unknown-column "nope"
SELECT id FROM t; -- ERROR no-sink ""
