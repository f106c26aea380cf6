-- one aggregation under two sinks, one of them behind HAVING; DISTINCT, LIMIT and a view used three times
CREATE TABLE a (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'a');
CREATE TABLE b (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'b');
CREATE TABLE c (k STRING) WITH ('connector' = 'print', 'print-identifier' = 'c');
CREATE VIEW v AS SELECT * FROM (VALUES ('x', 1), ('y', 2), ('x', 3), (CAST(NULL AS STRING), 4)) AS t (k, n);
EXECUTE STATEMENT SET BEGIN
INSERT INTO a SELECT k, COUNT(*) FROM v GROUP BY k;
INSERT INTO b SELECT k, COUNT(*) FROM v GROUP BY k HAVING COUNT(*) < 2;
INSERT INTO c SELECT DISTINCT k FROM v;
END;
--= a[x, 2]
--= a[y, 1]
--= a[null, 1]
--= b[y, 1]
--= b[null, 1]
--= c[x]
--= c[y]
--= c[null]
