-- LEFT and INNER JOIN UNNEST with ON: a row without a part that passes is given once by LEFT JOIN
CREATE TABLE t (id INT, a ARRAY<INT>, s ARRAY<STRING>, m MAP<STRING, INT>, ms MULTISET<STRING>, ra ARRAY<ROW<x INT, y STRING>>, aa ARRAY<ARRAY<INT>>, e ARRAY<INT NOT NULL>, ts ARRAY<TIMESTAMP(3)>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE a WITH ('connector' = 'print', 'print-identifier' = 'a') AS
SELECT id, v FROM t LEFT JOIN UNNEST(a) AS u (v) ON TRUE;
CREATE TABLE b WITH ('connector' = 'print', 'print-identifier' = 'b') AS
SELECT id, p, q FROM t LEFT JOIN UNNEST(ra) AS u (p, q) ON TRUE;
CREATE TABLE c WITH ('connector' = 'print', 'print-identifier' = 'c') AS
SELECT id, v FROM t LEFT JOIN UNNEST(a) AS u (v) ON v > 1;
CREATE TABLE d WITH ('connector' = 'print', 'print-identifier' = 'd') AS
SELECT id, k, v FROM t LEFT JOIN UNNEST(m) AS u (k, v) ON TRUE;
CREATE TABLE e WITH ('connector' = 'print', 'print-identifier' = 'e') AS
SELECT id, v FROM t LEFT JOIN UNNEST(ms) AS u (v) ON TRUE;
CREATE TABLE f WITH ('connector' = 'print', 'print-identifier' = 'f') AS
SELECT id, v FROM t INNER JOIN UNNEST(a) AS u (v) ON v > 1;
CREATE TABLE g WITH ('connector' = 'print', 'print-identifier' = 'g') AS
SELECT id, v FROM t JOIN UNNEST(a) AS u (v) ON TRUE;
CREATE TABLE h WITH ('connector' = 'print', 'print-identifier' = 'h') AS
SELECT id, v, w FROM t LEFT JOIN UNNEST(a) AS u (v) ON TRUE LEFT JOIN UNNEST(s) AS x (w) ON w <> 'y';
