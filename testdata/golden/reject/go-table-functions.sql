-- Table functions in Go: their declaration and their use.
CREATE TABLE t (i INT, s STRING) WITH ('connector' = 'datagen');
CREATE TABLE r (x STRING) WITH ('connector' = 'print');
CREATE FUNCTION parts (s STRING) RETURNS TABLE (name STRING, size BIGINT) LANGUAGE GO AS './udf.Parts';
CREATE FUNCTION singles (s STRING) RETURNS TABLE (x STRING) LANGUAGE GO AS './udf.Singles';
CREATE FUNCTION f (s STRING) RETURNS STRING LANGUAGE GO AS './udf.F';
CREATE FUNCTION d1 (s STRING) RETURNS TABLE () LANGUAGE GO AS './udf.Parts'; -- ERROR syntax a column is missing
CREATE FUNCTION d2 (s STRING) RETURNS TABLE (name STRING, name STRING) -- ERROR duplicate-column the column twice
  LANGUAGE GO AS './udf.Parts';
CREATE FUNCTION d3 (s STRING) RETURNS TABLE (name STRING, size INT) LANGUAGE GO AS './udf.Parts'; -- ERROR go-signature a column has another type
CREATE FUNCTION d4 (s STRING) RETURNS TABLE (name STRING) LANGUAGE GO AS './udf.Parts'; -- ERROR go-signature a column is missing
CREATE FUNCTION d5 (s STRING) RETURNS TABLE (nam STRING, size BIGINT) LANGUAGE GO AS './udf.Parts'; -- ERROR go-signature a column has another name
CREATE FUNCTION d6 (s STRING) RETURNS TABLE (name STRING, size BIGINT NOT NULL) LANGUAGE GO AS './udf.Parts'; -- ERROR go-signature the field is a pointer
CREATE FUNCTION d7 (s STRING) RETURNS TABLE (name STRING, size BIGINT) LANGUAGE GO AS './udf.PartPointers'; -- ERROR go-signature a row is no pointer
CREATE FUNCTION d8 (s STRING) RETURNS TABLE (x STRING NOT NULL) LANGUAGE GO AS './udf.Singles'; -- ERROR go-signature the column is a pointer
CREATE FUNCTION d9 (s STRING) RETURNS TABLE (x STRING) LANGUAGE GO AS './udf.F'; -- ERROR go-signature F returns one value
CREATE FUNCTION e1 (s STRING) RETURNS STRING LANGUAGE GO AS './udf.Singles'; -- ERROR go-signature Singles gives rows
CREATE FUNCTION e2 (s STRING) RETURNS TABLE (x STRING) LANGUAGE GO AS './udf.Spliced'; -- ERROR go-function a second result that is no error
CREATE FUNCTION e3 (s INT) RETURNS TABLE (x STRING) LANGUAGE GO AS './udf.Singles'; -- ERROR go-signature a parameter has another type
CREATE FUNCTION e4 (s STRING) RETURNS TABLE (x MULTISET<INT>) -- ERROR function-type no MULTISET
  LANGUAGE GO AS './udf.Singles';
CREATE FUNCTION e5 (s STRING) RETURNS TABLE (x STRING) RETURN s; -- ERROR function-clause SQL gives one value
INSERT INTO r SELECT singles(s) FROM t; -- ERROR function-kind no value
INSERT INTO r SELECT s FROM t WHERE singles(s) = 'x'; -- ERROR function-kind no value
INSERT INTO r SELECT x FROM t, LATERAL TABLE(f(s)) AS u (x); -- ERROR function-kind no rows
INSERT INTO r SELECT x FROM t, LATERAL TABLE(nope(s)) AS u (x); -- ERROR unknown-function no such function
INSERT INTO r SELECT x FROM t, LATERAL TABLE(singles(i)) AS u (x); -- ERROR function-arguments INT is no STRING
INSERT INTO r SELECT x FROM t, LATERAL TABLE(singles()) AS u (x); -- ERROR function-arguments one argument
INSERT INTO r SELECT x FROM t, LATERAL TABLE(singles(s)) AS u (x, y); -- ERROR column-count one column
INSERT INTO r SELECT x FROM t, TABLE(singles(s)) AS u (x); -- ERROR unknown-column without LATERAL no column is seen
INSERT INTO r SELECT x FROM t RIGHT JOIN LATERAL TABLE(singles(s)) AS u (x) ON TRUE; -- ERROR not-supported RIGHT JOIN
INSERT INTO r SELECT u.x FROM t, LATERAL TABLE(singles(s)) AS u (x), LATERAL TABLE(singles(v.x)) AS w; -- ERROR unknown-table there is no v
