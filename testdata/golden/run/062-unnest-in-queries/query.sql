-- UNNEST after UNNEST, below WHERE and GROUP BY, over a query, over updates, of what is computed
CREATE TABLE t (id INT, a ARRAY<INT>, s ARRAY<STRING>, m MAP<STRING, INT>, ms MULTISET<STRING>, ra ARRAY<ROW<x INT, y STRING>>, aa ARRAY<ARRAY<INT>>, e ARRAY<INT NOT NULL>, ts ARRAY<TIMESTAMP(3)>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE a WITH ('connector' = 'print', 'print-identifier' = 'a') AS
SELECT id, b FROM t CROSS JOIN UNNEST(aa) AS u (v) CROSS JOIN UNNEST(v) AS w (b);
CREATE TABLE b WITH ('connector' = 'print', 'print-identifier' = 'b') AS
SELECT id, v, w FROM t CROSS JOIN UNNEST(a) AS u (v) CROSS JOIN UNNEST(s) AS x (w) WHERE v > 1 OR v IS NULL;
CREATE TABLE c WITH ('connector' = 'print', 'print-identifier' = 'c') AS
SELECT v, COUNT(*) AS n, SUM(id) AS ids FROM t CROSS JOIN UNNEST(a) AS u (v) GROUP BY v;
CREATE TABLE d WITH ('connector' = 'print', 'print-identifier' = 'd') AS
SELECT c, COUNT(*) AS n FROM (SELECT s AS ss, COUNT(*) AS c FROM t GROUP BY s) CROSS JOIN UNNEST(ss) AS u (v) GROUP BY c;
CREATE TABLE e WITH ('connector' = 'print', 'print-identifier' = 'e') AS
SELECT x, UPPER(y) AS y, id + x AS z FROM t CROSS JOIN UNNEST(ra) AS u (x, y) WHERE y IS NOT NULL;
CREATE TABLE f WITH ('connector' = 'print', 'print-identifier' = 'f') AS
SELECT ss[1] AS f, v, c FROM (SELECT s AS ss, COUNT(*) AS c FROM t GROUP BY s) CROSS JOIN UNNEST(ss) AS u (v);
CREATE TABLE g WITH ('connector' = 'print', 'print-identifier' = 'g') AS
SELECT id, v FROM t CROSS JOIN UNNEST(e) AS u (v);
CREATE TABLE h WITH ('connector' = 'print', 'print-identifier' = 'h') AS
SELECT id, COUNT(*) AS n FROM t CROSS JOIN UNNEST(CASE WHEN id = 1 THEN a ELSE ARRAY[id, id] END) AS u (v) GROUP BY id;
