-- JSON_OBJECTAGG: NULLs kept or not, values that are JSON, the order of keys
CREATE TABLE t (id INT, k STRING, v INT, s STRING, d DATE, r ROW<x INT>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE a WITH ('connector' = 'print', 'print-identifier' = 'a') AS
SELECT k, JSON_OBJECTAGG(KEY CAST(id AS STRING) VALUE v) AS a FROM t GROUP BY k;
CREATE TABLE b WITH ('connector' = 'print', 'print-identifier' = 'b') AS
SELECT k, JSON_OBJECTAGG(CAST(id AS STRING) VALUE v ABSENT ON NULL) AS a FROM t GROUP BY k;
CREATE TABLE c WITH ('connector' = 'print', 'print-identifier' = 'c') AS
SELECT JSON_OBJECTAGG(KEY CAST(id AS STRING) VALUE JSON_OBJECT('v' VALUE v)) AS a FROM t;
CREATE TABLE e WITH ('connector' = 'print', 'print-identifier' = 'e') AS
SELECT JSON_OBJECTAGG(KEY s VALUE id) AS a FROM t WHERE id > 6;
