-- What does not parse. Each statement ends at its semicolon; the next one stands for itself.
SELEC 1; -- ERROR ? no statement begins with SELEC
CREATE TABEL t (i INT); -- ERROR ? TABLE expected
CREATE TABLE a (i INT,, j INT) WITH ('connector' = 'print'); -- ERROR ? column expected
CREATE TABLE b (i INT WITH ('connector' = 'print'); -- ERROR ? ")" expected before WITH
CREATE TABLE c (i INT) WITH (connector = 'print'); -- ERROR ? an option's key is a string
CREATE TABLE d (i INT) WITH ('connector' 'print'); -- ERROR ? "=" expected
CREATE TABLE e (i INT) WITH ('connector' = print); -- ERROR ? an option's value is a string
CREATE TABLE select (i INT) WITH ('connector' = 'print'); -- ERROR ? SELECT is reserved: quote it
CREATE TABLE f (order INT) WITH ('connector' = 'print'); -- ERROR ? ORDER is reserved: quote it
CREATE VIEW g AS; -- ERROR ? query expected
INSERT r SELECT 1; -- ERROR ? INTO expected
INSERT INTO SELECT 1; -- ERROR ? table name expected
INSERT INTO r; -- ERROR ? query expected
INSERT INTO r SELECT FROM t; -- ERROR ? select item expected
INSERT INTO r SELECT i, FROM t; -- ERROR ? select item expected behind the comma
INSERT INTO r SELECT i FROM; -- ERROR ? table expected
INSERT INTO r SELECT i FROM t WHERE; -- ERROR ? condition expected
INSERT INTO r SELECT i FROM t WHERE i = ; -- ERROR ? operand expected
INSERT INTO r SELECT i FROM t WHERE (i = 1; -- ERROR ? ")" expected
INSERT INTO r SELECT i FROM t WHERE i = 1); -- ERROR ? ")" without "("
INSERT INTO r SELECT i FROM t GROUP i; -- ERROR ? BY expected
INSERT INTO r SELECT i FROM t HAVING; -- ERROR ? condition expected
INSERT INTO r SELECT i FROM t WHERE i BETWEEN 1; -- ERROR ? AND expected
INSERT INTO r SELECT i FROM t WHERE i IN (); -- ERROR ? an IN list is not empty
INSERT INTO r SELECT i -- ERROR ? NULL, TRUE, FALSE, UNKNOWN or DISTINCT expected
FROM t WHERE i IS 5;
INSERT INTO r SELECT CASE WHEN i = 1 THEN 2 FROM t; -- ERROR ? END expected
INSERT INTO r SELECT CASE END FROM t; -- ERROR ? WHEN expected
INSERT INTO r SELECT CAST(i INT) FROM t; -- ERROR ? AS expected
INSERT INTO r SELECT CAST(i AS) FROM t; -- ERROR ? type expected
INSERT INTO r SELECT i i2 i3 FROM t; -- ERROR ? comma or FROM expected
INSERT INTO r SELECT i <=> 1 FROM t; -- ERROR ? there is no operator <=>
INSERT INTO r SELECT i == 1 FROM t; -- ERROR ? there is no operator ==
INSERT INTO r SELECT "i" FROM t; -- ERROR ? identifiers are quoted by back-ticks
INSERT INTO r SELECT i FROM t LIMIT 1, 2; -- ERROR ? LIMIT takes one number
INSERT INTO r SELECT i FROM t MINUS SELECT i FROM t; -- ERROR ? MINUS is written EXCEPT
INSERT INTO r SELECT count FROM t; -- ERROR ? COUNT is reserved: quote it
INSERT INTO r SELECT i @ 1 FROM t; -- ERROR ? unexpected character @
INSERT INTO r SELECT X'0G' FROM t; -- ERROR ? hexadecimal digits expected
INSERT INTO r SELECT U&'\00G1' FROM t; -- ERROR ? four hexadecimal digits expected
SET 'a' 'b'; -- ERROR ? "=" expected
DROP t; -- ERROR ? TABLE, VIEW or FUNCTION expected
DROP TABLE; -- ERROR ? table name expected
EXECUTE STATEMENT SET INSERT INTO r SELECT 1; -- ERROR ? BEGIN expected
