-- What a statement declares that does not parse is missing without a second error; errors about names elsewhere
CREATE TABLE o (x BIGINT, y STRING) WITH ('connector' = 'print');
CREATE TABLE brk (a INT WITH ('connector' = 'datagen'); -- ERROR syntax "expected \")\", found WITH"
INSERT INTO o SELECT a, 'x' FROM brk;
CREATE FUNCTION brkf (a INT RETURNS INT LANGUAGE GO AS './udf.F'; -- ERROR syntax "found RETURNS"
INSERT INTO o SELECT brkf(1), 'x';
CREATE TABLE IF NOT EXISTS cat.db.`far` a INT); -- ERROR syntax "did not expect a"
INSERT INTO brk SELECT 1;
INSERT INTO late SELECT 1;
INSERT INTO o SELECT a, 'x' FROM nowhere; -- ERROR unknown-table "nowhere"
CREATE CATALOG c WITH ('type' = 'generic_in_memory');
CREATE DATABASE d;
CREATE DATABASE c.d;
INSERT INTO o SELECT a, 'x' FROM d.nowhere; -- ERROR unknown-table "d.nowhere"
INSERT INTO o SELECT a, 'x' FROM c.d.nowhere; -- ERROR unknown-table "c.d.nowhere"
CREATE TABLE wide (c1 INT, c2 INT, c3 INT, c4 INT, c5 INT, c6 INT, c7 INT, c8 INT, c9 INT, c10 INT, c11 INT, c12 INT, c13 INT)
  WITH ('connector' = 'print');
INSERT INTO wide SELECT 1; -- ERROR insert-columns "the query has 1 column, but 13"
CREATE TEMPORARY SYSTEM FUNCTION sys (a STRING) RETURNS STRING LANGUAGE GO AS './udf.F';
CREATE TEMPORARY SYSTEM FUNCTION IF NOT EXISTS sys (a STRING) RETURNS STRING LANGUAGE GO AS './udf.F';
INSERT INTO o SELECT 1, SYS('x');
INSERT INTO o SELECT 1, sys(DISTINCT 'x'); -- ERROR not-aggregate "sys"
INSERT INTO o SELECT 1, sys(nothing); -- ERROR unknown-column "nothing"
INSERT INTO o SELECT 1, syz('x'); -- ERROR unknown-function "syz"
CREATE FUNCTION ok1 (a INT) RETURNS STRING LANGUAGE GO AS './udf.OK'; -- ERROR go-signature "parameter a is INT"
CREATE FUNCTION er1 (a INT) RETURNS STRING LANGUAGE GO AS './udf.Err'; -- ERROR go-signature "parameter a is INT"
CREATE FUNCTION ty1 (a STRING) RETURNS INT LANGUAGE GO AS './udf.Type'; -- ERROR go-signature "the result is INT"
CREATE FUNCTION bo1 (a STRING) RETURNS STRING LANGUAGE GO AS './udf.Both'; -- ERROR go-signature "says NULL in two ways"
CREATE FUNCTION no1 (a STRING) RETURNS STRING LANGUAGE GO AS './udf.Other'; -- ERROR go-function "there is no function ./udf.Other"
INSERT INTO o SELECT 1, 'x' WHERE x.y = 1; -- ERROR unknown-table "there is no table \"x\" in FROM"
CREATE TABLE t (id BIGINT, name STRING, d DATE, p DECIMAL(3, 1)) WITH ('connector' = 'datagen');
INSERT INTO o SELECT id, name FROM t WHERE id IN (DATE '2020-01-01', 2); -- ERROR operand-type "BIGINT"
INSERT INTO o SELECT id, name FROM t WHERE (id + name) IS NULL OR NOT (id + name) OR -(id + name) = 1; -- ERROR operand-type "+" -- ERROR operand-type "+" -- ERROR operand-type "+"
INSERT INTO o SELECT id, name FROM t WHERE CASE id + name WHEN 1 THEN TRUE END; -- ERROR operand-type "+"
INSERT INTO o SELECT GREATEST(id + name, 1), name FROM t; -- ERROR operand-type "+"
INSERT INTO o SELECT id, name FROM t WHERE d - d = 1; -- ERROR operand-type "-"
INSERT INTO o SELECT id, name FROM t /*+ BROADCAST(t) */;
CREATE TABLE late (a INT WITH ('connector' = 'print'); -- ERROR syntax "expected \")\", found WITH"
