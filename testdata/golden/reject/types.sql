-- Operators, conditions and casts over types that do not fit.
CREATE TABLE t (
  i INT, b BIGINT, d DOUBLE, m DECIMAL(10, 2), s STRING, o BOOLEAN, a DATE, z TIMESTAMP(3)
) WITH ('connector' = 'datagen');
CREATE TABLE r (x INT) WITH ('connector' = 'print');
CREATE TABLE q (x BOOLEAN) WITH ('connector' = 'print');

INSERT INTO r SELECT i FROM t WHERE i; -- ERROR not-boolean WHERE needs BOOLEAN, not INT
INSERT INTO r SELECT i FROM t WHERE s; -- ERROR not-boolean WHERE needs BOOLEAN, not STRING
INSERT INTO r SELECT i FROM t WHERE i + 1; -- ERROR not-boolean WHERE needs BOOLEAN, not INT
INSERT INTO r SELECT i FROM t WHERE s = 1; -- ERROR operand-type STRING does not compare with INT
INSERT INTO r SELECT i FROM t WHERE o = 1; -- ERROR operand-type BOOLEAN does not compare with INT
INSERT INTO r SELECT i FROM t WHERE a = 5; -- ERROR operand-type DATE does not compare with INT
INSERT INTO r SELECT i FROM t WHERE i IN (1, TRUE); -- ERROR operand-type the list has no common type
INSERT INTO r SELECT i FROM t WHERE i AND o; -- ERROR not-boolean AND needs BOOLEAN, not INT
INSERT INTO r SELECT i FROM t WHERE NOT i; -- ERROR not-boolean NOT needs BOOLEAN, not INT
INSERT INTO r SELECT i FROM t WHERE i LIKE 'a%'; -- ERROR function-arguments LIKE needs strings, not INT
INSERT INTO r SELECT i FROM t WHERE s LIKE 5; -- ERROR function-arguments LIKE needs strings, not INT
INSERT INTO r SELECT i FROM t WHERE i IS TRUE; -- ERROR not-boolean IS TRUE needs BOOLEAN, not INT
INSERT INTO r SELECT s + 1 FROM t; -- ERROR operand-type + is not defined for STRING and INT
INSERT INTO r SELECT o + 1 FROM t; -- ERROR operand-type + is not defined for BOOLEAN and INT
INSERT INTO r SELECT o * o FROM t; -- ERROR operand-type * is not defined for BOOLEAN and BOOLEAN
INSERT INTO r SELECT -s FROM t; -- ERROR operand-type - is not defined for STRING
INSERT INTO r SELECT -o FROM t; -- ERROR operand-type - is not defined for BOOLEAN
INSERT INTO r SELECT a + 1 FROM t; -- ERROR operand-type + is not defined for DATE and INT
INSERT INTO r SELECT z - z FROM t; -- ERROR operand-type timestamps subtract only in TIMESTAMPDIFF
INSERT INTO r SELECT i || i FROM t; -- ERROR function-arguments || needs strings, not INT
INSERT INTO r SELECT CASE WHEN i THEN 1 END FROM t; -- ERROR not-boolean WHEN needs BOOLEAN, not INT
INSERT INTO r SELECT CASE WHEN o THEN 1 ELSE 'x' END -- ERROR no-common-type the branches have no common type
FROM t;
INSERT INTO r SELECT CASE i WHEN 'x' THEN 1 END FROM t; -- ERROR operand-type INT does not compare with CHAR
INSERT INTO r SELECT CASE WHEN o THEN NULL END FROM t; -- ERROR untyped-null every branch is NULL: no type
INSERT INTO r SELECT COALESCE(i, o) FROM t; -- ERROR no-common-type INT and BOOLEAN have no common type
INSERT INTO r SELECT CAST(a AS INT) FROM t; -- ERROR bad-cast DATE does not cast to INT
INSERT INTO r SELECT CAST(CAST(i AS TIMESTAMP(3)) AS INT) -- ERROR bad-cast INT does not cast to TIMESTAMP
FROM t;
INSERT INTO q SELECT CAST(a AS BOOLEAN) FROM t; -- ERROR bad-cast DATE does not cast to BOOLEAN
INSERT INTO r SELECT CAST(z AS INT) FROM t; -- ERROR bad-cast TIMESTAMP does not cast to INT
INSERT INTO r SELECT YEAR(CAST(o AS DATE)) FROM t; -- ERROR bad-cast BOOLEAN does not cast to DATE
INSERT INTO r SELECT CAST(i AS NUMBER) FROM t; -- ERROR unknown-type there is no type NUMBER
INSERT INTO r SELECT 9223372036854775808 FROM t; -- ERROR insert-type integer literal out of BIGINT
INSERT INTO r SELECT YEAR(DATE '2021-02-29') FROM t; -- ERROR bad-literal 2021-02-29 is no date
INSERT INTO r SELECT YEAR(DATE 'x') FROM t; -- ERROR bad-literal 'x' is no date
INSERT INTO r SELECT YEAR(TIMESTAMP '2021-01-01 25:00:00') FROM t; -- ERROR bad-literal hour 25 does not exist
INSERT INTO r SELECT i
FROM t WHERE z > z + INTERVAL '100' DAY; -- ERROR bad-literal 100 exceeds precision 2 of DAY
INSERT INTO r SELECT i FROM t WHERE z > z + INTERVAL 'x' DAY; -- ERROR bad-literal 'x' is no interval
