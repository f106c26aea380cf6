CREATE TABLE p (id INT) WITH ('connector' = 'print');
CREATE TABLE t (id INT, name STRING, price DECIMAL(10, 2)) WITH ('connector' = 'datagen');
SET 'pipeline.nmae' = 'x';
INSERT INTO p SELECT id FROM t;
