CREATE TABLE t (id INT, name STRING, price DECIMAL(10, 2)) WITH ('connector' = 'datagen');
CREATE TABLE k (k STRING, x BIGINT) WITH ('connector' = 'print');
INSERT INTO k
SELECT 'least', MIN(s)
FROM (SELECT name, COUNT(id) AS s FROM t GROUP BY name);
