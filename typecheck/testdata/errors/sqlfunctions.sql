CREATE TABLE t (id INT, name STRING) WITH ('connector' = 'datagen');
CREATE TABLE r (id INT, name STRING) WITH ('connector' = 'blackhole');

CREATE FUNCTION a (x INT) RETURNS INT RETURN x + y;  -- ERROR unknown-column "y"
CREATE FUNCTION b (x INT) RETURNS INT LANGUAGE SQL AS 'x +';  -- ERROR syntax "expected"
CREATE FUNCTION c (x INT) RETURNS INT LANGUAGE SQL AS 'x; x';  -- ERROR syntax ""
CREATE FUNCTION d (x INT) RETURNS INT LANGUAGE SQL;  -- ERROR function-clause "no body"
CREATE FUNCTION e (x INT) RETURNS INT RETURN UPPER('a');  -- ERROR function-body "the body is"
CREATE FUNCTION f (x INT) RETURNS INT RETURN f(x);  -- ERROR unknown-function "f"
CREATE FUNCTION g (x INT) RETURNS INT RETURN MAX(x);  -- ERROR aggregate-place "body of a function"
CREATE FUNCTION h (x INT) RETURNS INT LANGUAGE GO RETURN x;  -- ERROR function-clause "RETURN"
CREATE FUNCTION i RETURN 1;  -- ERROR function-signature "types"
CREATE FUNCTION j (x INT) RETURNS INT ON ERROR NULL RETURN x;  -- ERROR function-clause "ON ERROR"
CREATE FUNCTION k (x INT) RETURNS INT NOT NULL RETURN x;  -- ERROR function-body "the body is"
CREATE FUNCTION l (x INT) RETURNS INT RETURN 1 WITH ('strings' = 'borrowed');  -- ERROR function-clause "options"

-- calls of broken functions are quiet, those of right ones are checked
INSERT INTO r SELECT a(id), name FROM t;
CREATE FUNCTION twice (x INT) RETURNS INT RETURN x + x;
INSERT INTO r SELECT twice(name), name FROM t;  -- ERROR function-arguments "twice"
INSERT INTO r SELECT twice(id, 1), name FROM t;  -- ERROR function-arguments "twice"
