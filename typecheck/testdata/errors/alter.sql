CREATE TABLE t (a INT, b STRING, c AS a + 1) WITH ('connector' = 'datagen');
CREATE TABLE u (a INT) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT a FROM t;

ALTER TABLE nope ADD x INT;  -- ERROR unknown-table "nope"
ALTER TABLE v ADD x INT;  -- ERROR alter "is a view"
ALTER VIEW t RENAME TO w;  -- ERROR alter "is a table"
ALTER VIEW nope AS SELECT 1;  -- ERROR unknown-table "nope"
ALTER TABLE u RENAME TO t;  -- ERROR already-exists "t"
ALTER TABLE u DROP PRIMARY KEY;  -- ERROR alter "nothing"
ALTER TABLE u DROP WATERMARK;  -- ERROR alter "nothing"
ALTER VIEW v AS SELECT nope FROM t;  -- ERROR unknown-column "nope"

CREATE TABLE d1 (a INT) WITH ('connector' = 'print');
ALTER TABLE d1 ADD a STRING;  -- ERROR duplicate-column "a"
CREATE TABLE d2 (a INT) WITH ('connector' = 'print');
ALTER TABLE d2 DROP (b);  -- ERROR unknown-column "b"
CREATE TABLE d3 (a INT) WITH ('connector' = 'print');
ALTER TABLE d3 MODIFY b INT;  -- ERROR unknown-column "b"
CREATE TABLE d4 (a INT) WITH ('connector' = 'print');
ALTER TABLE d4 ADD x INT AFTER b;  -- ERROR unknown-column "b"
CREATE TABLE d5 (a INT) WITH ('connector' = 'print');
ALTER TABLE d5 RENAME b TO x;  -- ERROR unknown-column "b"
CREATE TABLE d6 (a INT) WITH ('connector' = 'print');
ALTER TABLE d6 SET ('nope' = '1');  -- ERROR unknown-option "nope"
CREATE TABLE d7 (a INT) WITH ('connector' = 'print');
ALTER TABLE d7 DROP a;  -- ERROR no-columns "no columns"
ALTER FUNCTION f AS 'x';  -- ERROR not-supported "ALTER"
