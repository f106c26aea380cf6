CREATE TABLE t (id INT, name STRING, price DECIMAL(10, 2)) WITH ('connector' = 'datagen');
CREATE TABLE r (a INT) WITH ('connector' = 'print');
INSERT INTO r SELECT CHAR_LENGTH('never closed) FROM t;
SELECT 1;
