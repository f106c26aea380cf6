-- Recipe joins/04: loans with the name of their reader, looked up in a database.
CREATE TABLE loans (id STRING, reader INT, shelf STRING, lent_at TIMESTAMP(3), arrived AS PROCTIME())
WITH ('connector' = 'datagen');
CREATE TABLE readers (reader INT, full_name VARCHAR(255) NOT NULL, age INT, PRIMARY KEY (reader) NOT ENFORCED)
WITH ('connector' = 'jdbc', 'url' = 'jdbc:mysql://localhost:3306/mysql-database', 'table-name' = 'readers');
CREATE TABLE shown (id STRING, shelf STRING, full_name STRING, is_child BOOLEAN) WITH ('connector' = 'print');

INSERT INTO shown
SELECT s.id, s.shelf, u.full_name, CASE WHEN u.age < 18 THEN TRUE ELSE FALSE END
FROM loans s
JOIN readers FOR SYSTEM_TIME AS OF s.arrived AS u ON s.reader = u.reader;

--? a look-up join
