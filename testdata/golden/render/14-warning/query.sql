CREATE TABLE p (id INT, PRIMARY KEY (id)) WITH ('connector' = 'print');
CREATE TABLE t (id INT, name STRING, price DECIMAL(10, 2)) WITH ('connector' = 'datagen');
INSERT INTO p SELECT id FROM t;
