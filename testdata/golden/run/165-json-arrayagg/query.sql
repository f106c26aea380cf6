-- JSON_ARRAYAGG: texts, numbers and JSON, NULLs kept or not, of nothing, inside of other JSON
CREATE TABLE t (id INT, k STRING, v INT, s STRING, d DATE, r ROW<x INT>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE a WITH ('connector' = 'print', 'print-identifier' = 'a') AS
SELECT k, JSON_ARRAYAGG(s) AS a, JSON_ARRAYAGG(v NULL ON NULL) AS b FROM t GROUP BY k;
CREATE TABLE b WITH ('connector' = 'print', 'print-identifier' = 'b') AS
SELECT k, JSON_ARRAYAGG(JSON_OBJECT('id' VALUE id, 's' VALUE s)) AS a FROM t GROUP BY k;
CREATE TABLE c WITH ('connector' = 'print', 'print-identifier' = 'c') AS
SELECT JSON_ARRAYAGG(s ABSENT ON NULL) AS b FROM t;
CREATE TABLE e WITH ('connector' = 'print', 'print-identifier' = 'e') AS
SELECT JSON_ARRAYAGG(v) AS a FROM t WHERE id > 100;
