CREATE TABLE t (id INT, name STRING, price DECIMAL(10, 2)) WITH ('connector' = 'datagen');
CREATE TABLE w (`省份` STRING, a INT) WITH ('connector' = 'datagen');
CREATE TABLE r (a INT) WITH ('connector' = 'print');
INSERT INTO r SELECT `省` FROM w WHERE `省份` = '北京' AND b > 1;
