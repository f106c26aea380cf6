-- Kinds of rows and keys: which sinks want the row before an update, and when a filter makes it needed
CREATE TABLE t (k STRING, v BIGINT) WITH ('connector' = 'datagen');
CREATE TABLE p (k STRING, n BIGINT) WITH ('connector' = 'print');
CREATE TABLE db (k STRING, n BIGINT, PRIMARY KEY (k) NOT ENFORCED) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://h:1/d', 'table-name' = 't');
CREATE TABLE log (k STRING, n BIGINT) WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://h:1/d', 'table-name' = 't');
CREATE TABLE legacy (n BIGINT, k STRING) WITH ('connector.type' = 'jdbc', 'connector.url' = 'jdbc:mysql://h/d', 'connector.table' = 't');
INSERT INTO p SELECT k, COUNT(*) FROM t GROUP BY k;
INSERT INTO db SELECT k, COUNT(*) FROM t GROUP BY k;
INSERT INTO db SELECT k, COUNT(*) FROM t GROUP BY k HAVING COUNT(*) > 1;
INSERT INTO db SELECT k, v FROM t;
INSERT INTO log SELECT k, v FROM t UNION ALL SELECT k, 1 FROM t;
INSERT INTO log SELECT DISTINCT k, v FROM t;
INSERT INTO legacy SELECT MAX(v), k FROM t GROUP BY k;
INSERT INTO legacy SELECT v, k FROM t;
SET 'table.exec.mini-batch.enabled' = 'false';
SET 'table.local-time-zone' = 'Asia/Shanghai';
