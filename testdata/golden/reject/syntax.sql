-- What does not parse. Each statement ends at its semicolon; the next one stands for itself.
SELEC 1; -- ERROR syntax no statement begins with SELEC
CREATE TABEL t (i INT); -- ERROR syntax TABLE expected
CREATE TABLE a (i INT,, j INT) WITH ('connector' = 'print'); -- ERROR syntax column expected
CREATE TABLE a (i INT,
  , j INT) WITH ('connector' = 'print'); -- ERROR syntax the second comma is the mistake
CREATE TABLE a (i INT,,) WITH ('connector' = 'print'); -- ERROR syntax column expected
CREATE TABLE a (, i INT) WITH ('connector' = 'print'); -- ERROR syntax column expected
CREATE TABLE b (i INT WITH ('connector' = 'print'); -- ERROR syntax ")" expected before WITH
CREATE TABLE c (i INT) WITH (connector = 'print'); -- ERROR syntax an option's key is a string
CREATE TABLE d (i INT) WITH ('connector' 'print'); -- ERROR syntax "=" expected
CREATE TABLE e (i INT) WITH ('connector' = print); -- ERROR syntax an option's value is a string
CREATE TABLE select (i INT) WITH ('connector' = 'print'); -- ERROR reserved-word SELECT is reserved: quote it
CREATE TABLE f (order INT) WITH ('connector' = 'print'); -- ERROR syntax ORDER is reserved: quote it
CREATE VIEW g AS; -- ERROR syntax query expected
INSERT r SELECT 1; -- ERROR syntax INTO expected
INSERT INTO SELECT 1; -- ERROR reserved-word table name expected
INSERT INTO r; -- ERROR syntax query expected
INSERT INTO r SELECT FROM t; -- ERROR syntax select item expected
INSERT INTO r SELECT i, FROM t; -- ERROR syntax select item expected behind the comma
INSERT INTO r SELECT i FROM; -- ERROR syntax table expected
INSERT INTO r SELECT i FROM t WHERE; -- ERROR syntax condition expected
INSERT INTO r SELECT i FROM t WHERE i = ; -- ERROR syntax operand expected
INSERT INTO r SELECT i FROM t WHERE (i = 1; -- ERROR syntax ")" expected
INSERT INTO r SELECT i FROM t WHERE i = 1); -- ERROR syntax ")" without "("
INSERT INTO r SELECT i FROM t GROUP i; -- ERROR syntax BY expected
INSERT INTO r SELECT i FROM t HAVING; -- ERROR syntax condition expected
INSERT INTO r SELECT i FROM t WHERE i BETWEEN 1; -- ERROR syntax AND expected
INSERT INTO r SELECT i FROM t WHERE i IN (); -- ERROR syntax an IN list is not empty
INSERT INTO r SELECT i
FROM t WHERE i IS 5; -- ERROR syntax NULL, TRUE, FALSE, UNKNOWN or DISTINCT expected
INSERT INTO r SELECT CASE WHEN i = 1 THEN 2 FROM t; -- ERROR syntax END expected
INSERT INTO r SELECT CASE END FROM t; -- ERROR syntax WHEN expected
INSERT INTO r SELECT CAST(i INT) FROM t; -- ERROR syntax AS expected
INSERT INTO r SELECT CAST(i AS) FROM t; -- ERROR syntax type expected
INSERT INTO r SELECT i i2 i3 FROM t; -- ERROR syntax comma or FROM expected
INSERT INTO r SELECT i <=> 1 FROM t; -- ERROR syntax there is no operator <=>
INSERT INTO r SELECT i == 1 FROM t; -- ERROR syntax there is no operator ==
INSERT INTO r SELECT "i" FROM t; -- ERROR double-quote identifiers are quoted by back-ticks
INSERT INTO r SELECT i FROM t LIMIT 1, 2; -- ERROR not-supported LIMIT takes one number
INSERT INTO r SELECT i FROM t MINUS SELECT i FROM t; -- ERROR syntax MINUS is written EXCEPT
INSERT INTO r SELECT count FROM t; -- ERROR reserved-word COUNT is reserved: quote it
INSERT INTO r SELECT i @ 1 FROM t; -- ERROR strange-character unexpected character @
INSERT INTO r SELECT X'0G' FROM t; -- ERROR malformed-bytes hexadecimal digits expected
INSERT INTO r SELECT U&'\00G1' FROM t; -- ERROR malformed-escape four hexadecimal digits expected
SET 'a' 'b'; -- ERROR syntax "=" expected
DROP t; -- ERROR syntax TABLE, VIEW or FUNCTION expected
DROP TABLE; -- ERROR syntax table name expected
EXECUTE STATEMENT SET INSERT INTO r SELECT 1; -- ERROR syntax BEGIN expected
INSERT INTO s SELECT TRIIM(BOTH 'x' FROM k) FROM t; -- ERROR syntax the name is TRIM
INSERT INTO s SELECT SUBSTTRING(k FROM 2) FROM t; -- ERROR syntax the name is SUBSTRING
INSERT INTO s SELECT JSON_VVALUE(k, '$.a' NULL ON ERROR) FROM t; -- ERROR syntax the name is JSON_VALUE
INSERT INTO s SELECT JSON_VALUE k, '$.a') FROM t; -- ERROR syntax a parenthesis is missing
INSERT INTO s SELECT UPPER(k FROM t; -- ERROR syntax the parenthesis is not closed
