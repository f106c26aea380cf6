-- CREATE FUNCTION with a typed signature.
CREATE TABLE t (i INT, s STRING) WITH ('connector' = 'datagen');
CREATE TABLE r (x STRING) WITH ('connector' = 'print');
CREATE FUNCTION f1 (a STRING) LANGUAGE GO AS './udf.F'; -- ERROR syntax RETURNS is missing
CREATE FUNCTION f2 (a STRING, a INT) -- ERROR duplicate-column parameter "a" twice
  RETURNS STRING LANGUAGE GO AS './udf.F';
CREATE FUNCTION f3 (a TEXT) -- ERROR unknown-type there is no type TEXT
  RETURNS STRING LANGUAGE GO AS './udf.F';
CREATE FUNCTION f4 (a STRING) RETURNS STRING LANGUAGE RUST AS './udf.F'; -- ERROR function-language no such language
CREATE FUNCTION f5 (a STRING)
  RETURNS STRING LANGUAGE GO AS 'udf'; -- ERROR go-function a path and a name: ./dir.Func
CREATE FUNCTION f6 (a STRING)
  RETURNS STRING LANGUAGE GO AS './udf.f'; -- ERROR go-function the Go name is not exported
CREATE FUNCTION f7 (a STRING)
  RETURNS STRING NOT NULL ON ERROR NULL LANGUAGE GO AS './udf.F'; -- ERROR on-error-null NULL for NOT NULL
CREATE FUNCTION f8 AS 'com.example.F'; -- ERROR function-language a Java class: write a typed function instead
CREATE FUNCTION g (a STRING) RETURNS STRING LANGUAGE GO AS './udf.G';
CREATE FUNCTION g (a STRING) -- ERROR already-exists function "g" exists already
  RETURNS STRING LANGUAGE GO AS './udf.G';
INSERT INTO r SELECT g(i) FROM t; -- ERROR function-arguments g needs STRING, not INT
INSERT INTO r SELECT g() FROM t; -- ERROR function-arguments g needs one argument
INSERT INTO r SELECT g(s, s) FROM t; -- ERROR function-arguments g takes one argument
CREATE FUNCTION h1 (w ARRAY<STRING>, n MAP<STRING, BIGINT>) RETURNS ARRAY<STRING> LANGUAGE GO AS './udf.Lists';
CREATE FUNCTION h2 (w ARRAY<INT>, n MAP<STRING, BIGINT>)
  RETURNS ARRAY<STRING> LANGUAGE GO AS './udf.Lists'; -- ERROR go-signature ARRAY<INT> is []int32 or []*int32
CREATE FUNCTION h3 (w ARRAY<STRING>, n MAP<INT, BIGINT>)
  RETURNS ARRAY<STRING> LANGUAGE GO AS './udf.Lists'; -- ERROR go-signature MAP<INT, BIGINT> is map[int32]int64
CREATE FUNCTION h4 (w ARRAY<STRING>, n MAP<STRING, BIGINT>)
  RETURNS MAP<STRING, INT> LANGUAGE GO AS './udf.Lists'; -- ERROR go-signature the result is no map
CREATE FUNCTION h5 (w MULTISET<INT>) -- ERROR function-type no MULTISET
  RETURNS STRING LANGUAGE GO AS './udf.F';
CREATE FUNCTION h6 (w ROW<the_name STRING, size BIGINT>) RETURNS ROW<thename STRING, size BIGINT> LANGUAGE GO AS './udf.Same';
CREATE FUNCTION h7 (w ROW<the_name STRING, sizes BIGINT>)
  RETURNS ROW<the_name STRING, size BIGINT> LANGUAGE GO AS './udf.Same'; -- ERROR go-signature a field is called otherwise
CREATE FUNCTION h8 (w ROW<the_name STRING, size INT>)
  RETURNS ROW<the_name STRING, size BIGINT> LANGUAGE GO AS './udf.Same'; -- ERROR go-signature a field has another type
CREATE FUNCTION h9 (w ROW<the_name STRING>)
  RETURNS ROW<the_name STRING, size BIGINT> LANGUAGE GO AS './udf.Same'; -- ERROR go-signature a field is missing
