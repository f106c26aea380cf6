-- CREATE FUNCTION with a typed signature.
CREATE TABLE t (i INT, s STRING) WITH ('connector' = 'datagen');
CREATE TABLE r (x STRING) WITH ('connector' = 'print');
CREATE FUNCTION f1 (a STRING) LANGUAGE GO AS './udf.F'; -- ERROR ? RETURNS is missing
CREATE FUNCTION f2 (a STRING, a INT)
  RETURNS STRING LANGUAGE GO AS './udf.F'; -- ERROR ? parameter "a" twice
CREATE FUNCTION f3 (a TEXT)
  RETURNS STRING LANGUAGE GO AS './udf.F'; -- ERROR ? there is no type TEXT
CREATE FUNCTION f4 (a STRING) RETURNS STRING LANGUAGE RUST AS './udf.F'; -- ERROR ? no such language
CREATE FUNCTION f5 (a STRING)
  RETURNS STRING LANGUAGE GO AS 'udf'; -- ERROR ? a path and a name: ./dir.Func
CREATE FUNCTION f6 (a STRING)
  RETURNS STRING LANGUAGE GO AS './udf.f'; -- ERROR ? the Go name is not exported
CREATE FUNCTION f7 (a STRING)
  RETURNS STRING NOT NULL ON ERROR NULL LANGUAGE GO AS './udf.F'; -- ERROR ? NULL for NOT NULL
CREATE FUNCTION f8 AS 'com.example.F'; -- ERROR ? a Java class: write a typed function instead
CREATE FUNCTION g (a STRING) RETURNS STRING LANGUAGE GO AS './udf.G';
CREATE FUNCTION g (a STRING)
  RETURNS STRING LANGUAGE GO AS './udf.G'; -- ERROR ? function "g" exists already
INSERT INTO r SELECT g(i) FROM t; -- ERROR ? g needs STRING, not INT
INSERT INTO r SELECT g() FROM t; -- ERROR ? g needs one argument
INSERT INTO r SELECT g(s, s) FROM t; -- ERROR ? g takes one argument
