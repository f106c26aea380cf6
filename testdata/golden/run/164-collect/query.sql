-- COLLECT: a MULTISET of the values that are not NULL, DISTINCT, FILTER, of nothing
CREATE TABLE t (id INT, k STRING, v INT, s STRING, d DATE, r ROW<x INT>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE a WITH ('connector' = 'print', 'print-identifier' = 'a') AS
SELECT k, COLLECT(v) AS c FROM t GROUP BY k;
CREATE TABLE b WITH ('connector' = 'print', 'print-identifier' = 'b') AS
SELECT COLLECT(s) AS c, COLLECT(DISTINCT s) AS d FROM t;
CREATE TABLE c WITH ('connector' = 'print', 'print-identifier' = 'c') AS
SELECT k, COLLECT(s) FILTER (WHERE v = 3) AS c FROM t GROUP BY k;
CREATE TABLE d WITH ('connector' = 'print', 'print-identifier' = 'd') AS
SELECT k, x FROM (SELECT k, COLLECT(id) AS ids FROM t GROUP BY k) CROSS JOIN UNNEST(ids) AS u (x);
