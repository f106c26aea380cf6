-- CREATE TABLE: columns, keys, watermarks and types.
-- Flink cuts DECIMAL(39, 2) to 38 and TIMESTAMP(10) to 9 without a word, and takes VARCHAR(0).
CREATE TABLE a1 (i INT, i STRING) -- ERROR duplicate-column column "i" is declared twice
WITH ('connector' = 'print');
CREATE TABLE a2 (i INTT) WITH ('connector' = 'print'); -- ERROR unknown-type there is no type INTT
CREATE TABLE a3 (i DECIMAL(39, 2)) WITH ('connector' = 'print'); -- ERROR type-parameters precision is at most 38
CREATE TABLE a4 (i DECIMAL(5, 6)) WITH ('connector' = 'print'); -- ERROR type-parameters scale exceeds precision
CREATE TABLE a5 (i DECIMAL(0)) WITH ('connector' = 'print'); -- ERROR type-parameters precision is at least 1
CREATE TABLE a6 (i TIMESTAMP(10)) WITH ('connector' = 'print'); -- ERROR type-parameters precision is at most 9
CREATE TABLE a7 (i VARCHAR(0)) WITH ('connector' = 'print'); -- ERROR type-parameters length is at least 1
CREATE TABLE a8 (i CHAR(-1)) WITH ('connector' = 'print'); -- ERROR syntax length is a positive number
CREATE TABLE a9 (i TIMESTAMP(3) WITH TIME ZONE) -- ERROR not-supported not supported
WITH ('connector' = 'print');
CREATE TABLE b1 (i INT, PRIMARY KEY (i)) -- ERROR enforced-key a key must be NOT ENFORCED
WITH ('connector' = 'print');
CREATE TABLE b7 (i INT, PRIMARY KEY (i)
  ENFORCED) -- ERROR enforced-key nobody enforces it
WITH ('connector' = 'print');
CREATE TABLE b8 (
  i INT PRIMARY KEY) -- ERROR enforced-key a key must be NOT ENFORCED
WITH ('connector' = 'print');
CREATE TABLE b9 (i INT CONSTRAINT k PRIMARY KEY
  ENFORCED) -- ERROR enforced-key nobody enforces it
WITH ('connector' = 'print');
CREATE TABLE b2 (i INT, PRIMARY KEY (j) NOT ENFORCED) -- ERROR unknown-column no column "j"
WITH ('connector' = 'print');
CREATE TABLE b3 (
  i INT PRIMARY KEY NOT ENFORCED,
  j INT PRIMARY KEY NOT ENFORCED) -- ERROR second-primary-key two primary keys
WITH ('connector' = 'print');
CREATE TABLE b4 (i INT, PRIMARY KEY (i, i) NOT ENFORCED) -- ERROR key-column "i" twice in the key
WITH ('connector' = 'print');
CREATE TABLE b5 (i INT, UNIQUE (i) NOT ENFORCED) -- ERROR unique-key UNIQUE is not supported
WITH ('connector' = 'print');
CREATE TABLE b6 (i INT, j AS i + 1,
  PRIMARY KEY (j) NOT ENFORCED) -- ERROR key-column key of a computed column
WITH ('connector' = 'print');
CREATE TABLE c1 (i INT, j AS k + 1) WITH ('connector' = 'print'); -- ERROR unknown-column no column "k"
CREATE TABLE c2 (i INT, j AS i + 1, k AS j + 1) -- ERROR unknown-column "j" is computed itself
WITH ('connector' = 'print');
CREATE TABLE c3 (i INT, j AS SUM(i)) -- ERROR aggregate-place an aggregate in a computed column
WITH ('connector' = 'print');
CREATE TABLE c4 (s STRING, j AS s + 1) -- ERROR operand-type + is not defined for STRING and INT
WITH ('connector' = 'print');
CREATE TABLE d1 (i INT, WATERMARK FOR i AS i) -- ERROR watermark-type a watermark needs a timestamp
WITH ('connector' = 'datagen');
CREATE TABLE d2 (z TIMESTAMP(3), WATERMARK FOR y AS z) -- ERROR unknown-column no column "y"
WITH ('connector' = 'datagen');
CREATE TABLE d3 (z TIMESTAMP(6), WATERMARK FOR z AS z) -- ERROR watermark-type precision is at most 3
WITH ('connector' = 'datagen');
CREATE TABLE d4 (z TIMESTAMP(3), WATERMARK FOR z AS 5) -- ERROR watermark-type a watermark is a timestamp
WITH ('connector' = 'datagen');
CREATE TABLE d7 (z TIMESTAMP_LTZ(3), WATERMARK FOR z AS CAST(z AS TIMESTAMP(3))) -- ERROR watermark-type of another kind
  WITH ('connector' = 'datagen');
CREATE TABLE d8 (z TIMESTAMP(3), WATERMARK FOR z AS SOURCE_WATERMARK() - INTERVAL '1' SECOND) -- ERROR source-watermark not alone
  WITH ('connector' = 'datagen');
CREATE TABLE d9 (z AS SOURCE_WATERMARK()) WITH ('connector' = 'datagen'); -- ERROR source-watermark a computed column
CREATE TABLE d6 (p AS PROCTIME(), WATERMARK FOR p AS p) -- ERROR watermark-column the processing time has none
  WITH ('connector' = 'datagen');
CREATE TABLE d5 (z TIMESTAMP(3), WATERMARK FOR z AS z,
  WATERMARK FOR z AS z) -- ERROR second-watermark two watermarks
WITH ('connector' = 'datagen');
CREATE VIEW e1 (a, b) AS SELECT 1; -- ERROR column-count two names for one column
CREATE VIEW e2 AS SELECT 1 AS a, 2 AS a, nothing; -- ERROR unknown-column no column "nothing"
