-- Calls of built-in functions with arguments that they do not take.
CREATE TABLE t (i INT, d DOUBLE, s STRING, o BOOLEAN, z TIMESTAMP(3))
WITH ('connector' = 'datagen');
CREATE TABLE r (x INT) WITH ('connector' = 'print');
CREATE TABLE q (x STRING) WITH ('connector' = 'print');

INSERT INTO q SELECT UPPER(i) FROM t; -- ERROR function-arguments UPPER needs a string, not INT
INSERT INTO q SELECT UPPER() FROM t; -- ERROR function-arguments UPPER needs one argument
INSERT INTO q SELECT UPPER(s, s) FROM t; -- ERROR function-arguments UPPER takes one argument
INSERT INTO q SELECT LOWER(o) FROM t; -- ERROR function-arguments LOWER needs a string, not BOOLEAN
INSERT INTO r SELECT ABS(s) FROM t; -- ERROR function-arguments ABS needs a number, not STRING
INSERT INTO r SELECT ABS(o) FROM t; -- ERROR function-arguments ABS needs a number, not BOOLEAN
INSERT INTO r SELECT MOD(i) FROM t; -- ERROR function-arguments MOD needs two arguments
INSERT INTO r SELECT MOD(d, 2) FROM t; -- ERROR function-arguments MOD needs exact numbers, not DOUBLE
INSERT INTO r SELECT d % 2 FROM t; -- ERROR operand-type % needs exact numbers, not DOUBLE
INSERT INTO q SELECT SUBSTRING(i, 1) FROM t; -- ERROR function-arguments SUBSTRING needs a string, not INT
INSERT INTO q SELECT SUBSTRING(s, 'x') FROM t; -- ERROR function-arguments the position must be INT, not CHAR
INSERT INTO q SELECT SUBSTRING(s) FROM t; -- ERROR function-arguments SUBSTRING needs a position
INSERT INTO q SELECT CONCAT(s, i) FROM t; -- ERROR function-arguments CONCAT needs strings, not INT
INSERT INTO r SELECT CHAR_LENGTH(i) FROM t; -- ERROR function-arguments CHAR_LENGTH needs a string, not INT
INSERT INTO r SELECT POSITION(i IN s) FROM t; -- ERROR function-arguments POSITION needs strings, not INT
INSERT INTO q SELECT REPLACE(s, 'a') FROM t; -- ERROR function-arguments REPLACE needs three arguments
INSERT INTO q SELECT SPLIT_INDEX(s, ',') FROM t; -- ERROR function-arguments SPLIT_INDEX needs three arguments
INSERT INTO q SELECT SPLIT_INDEX(s, ',', 'x') FROM t; -- ERROR function-arguments the index must be INT, not CHAR
INSERT INTO q SELECT REGEXP_EXTRACT(s) FROM t; -- ERROR function-arguments REGEXP_EXTRACT needs an expression
INSERT INTO r SELECT ROUND(s) FROM t; -- ERROR function-arguments ROUND needs a number, not STRING
INSERT INTO r SELECT FLOOR(s) FROM t; -- ERROR function-arguments FLOOR needs a number, not STRING
INSERT INTO r SELECT EXTRACT(YEAR FROM s) FROM t; -- ERROR function-arguments EXTRACT needs a time, not STRING
INSERT INTO r SELECT EXTRACT(FORTNIGHT FROM z) FROM t; -- ERROR bad-unit there is no unit FORTNIGHT
INSERT INTO q SELECT DATE_FORMAT(z) FROM t; -- ERROR function-arguments DATE_FORMAT needs a pattern
INSERT INTO q SELECT DATE_FORMAT(i, 'yyyy') FROM t; -- ERROR function-arguments DATE_FORMAT needs a time, not INT
INSERT INTO r SELECT YEAR(TO_TIMESTAMP(i)) FROM t; -- ERROR function-arguments TO_TIMESTAMP needs a string, not INT
INSERT INTO q SELECT MD5(i) FROM t; -- ERROR function-arguments MD5 needs a string, not INT
INSERT INTO r SELECT NULLIF(i) FROM t; -- ERROR function-arguments NULLIF needs two arguments
INSERT INTO r SELECT IF(i, 1, 2) FROM t; -- ERROR not-boolean IF needs BOOLEAN, not INT
INSERT INTO r SELECT IF(o, 1) FROM t; -- ERROR function-arguments IF needs three arguments
INSERT INTO q SELECT TRIM(i) FROM t; -- ERROR function-arguments TRIM needs a string, not INT
INSERT INTO r SELECT i
FROM t WHERE z > CURRENT_TIMESTAMP(); -- ERROR syntax CURRENT_TIMESTAMP has no parentheses
