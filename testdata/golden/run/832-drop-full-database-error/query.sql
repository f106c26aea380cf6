-- A database with tables is dropped with CASCADE only
CREATE DATABASE d;
CREATE TABLE d.x (i INT) WITH ('connector' = 'print');
DROP DATABASE d;
