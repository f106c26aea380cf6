CREATE TABLE t (id INT, name STRING, price DECIMAL(10, 2)) WITH ('connector' = 'datagen');
CREATE TABLE k (k STRING, x BIGINT) WITH ('connector' = 'print');
INSERT INTO k
SELECT name, COUNT(id)
FROM t GROUP BY name
LIMIT 3;
