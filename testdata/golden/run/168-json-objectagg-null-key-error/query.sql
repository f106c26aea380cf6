-- a key that is NULL fails the job
CREATE TABLE t (id INT, k STRING, v INT, s STRING, d DATE, r ROW<x INT>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE a WITH ('connector' = 'print', 'print-identifier' = 'a') AS
SELECT JSON_OBJECTAGG(KEY s VALUE v) AS a FROM t WHERE id IN (1, 3);
