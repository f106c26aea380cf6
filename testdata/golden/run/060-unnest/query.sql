-- CROSS JOIN UNNEST of ARRAY, MAP, MULTISET and ARRAY<ROW>: columns, their names, an element that is NULL
CREATE TABLE t (id INT, a ARRAY<INT>, s ARRAY<STRING>, m MAP<STRING, INT>, ms MULTISET<STRING>, ra ARRAY<ROW<x INT, y STRING>>, aa ARRAY<ARRAY<INT>>, e ARRAY<INT NOT NULL>, ts ARRAY<TIMESTAMP(3)>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE a WITH ('connector' = 'print', 'print-identifier' = 'a') AS
SELECT id, v FROM t CROSS JOIN UNNEST(a) AS u (v);
CREATE TABLE b WITH ('connector' = 'print', 'print-identifier' = 'b') AS
SELECT * FROM (SELECT id, s FROM t) AS q CROSS JOIN UNNEST(q.s) AS u;
CREATE TABLE c WITH ('connector' = 'print', 'print-identifier' = 'c') AS
SELECT id, k, v FROM t CROSS JOIN UNNEST(m) AS u (k, v);
CREATE TABLE d WITH ('connector' = 'print', 'print-identifier' = 'd') AS
SELECT id, v FROM t CROSS JOIN UNNEST(ms) AS u (v);
CREATE TABLE e WITH ('connector' = 'print', 'print-identifier' = 'e') AS
SELECT id, p, q FROM t CROSS JOIN UNNEST(ra) AS u (p, q);
CREATE TABLE f WITH ('connector' = 'print', 'print-identifier' = 'f') AS
SELECT id, x, u.y FROM t, UNNEST(ra) AS u;
CREATE TABLE g WITH ('connector' = 'print', 'print-identifier' = 'g') AS
SELECT id, u.* FROM t CROSS JOIN UNNEST(m) AS u;
CREATE TABLE h WITH ('connector' = 'print', 'print-identifier' = 'h') AS
SELECT id, u FROM t CROSS JOIN UNNEST(a) AS u;
CREATE TABLE i WITH ('connector' = 'print', 'print-identifier' = 'i') AS
SELECT id, EXPR$0 FROM t CROSS JOIN UNNEST(a);
CREATE TABLE j WITH ('connector' = 'print', 'print-identifier' = 'j') AS
SELECT id, u.KEY, `VALUE` FROM t CROSS JOIN UNNEST(m) AS u;
CREATE TABLE k WITH ('connector' = 'print', 'print-identifier' = 'k') AS
SELECT id, v FROM t CROSS JOIN UNNEST(ts) AS u (v);
CREATE TABLE l WITH ('connector' = 'print', 'print-identifier' = 'l') AS
SELECT id, w FROM t CROSS JOIN UNNEST(ARRAY[id, 2]) AS u (w) WHERE id < 3;
CREATE TABLE n WITH ('connector' = 'print', 'print-identifier' = 'n') AS
SELECT * FROM UNNEST(ARRAY[1, 2]) AS u (v);
