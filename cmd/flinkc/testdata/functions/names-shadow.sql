-- columns and functions called like the table of places, the package of a function, and the types of the program
CREATE FUNCTION `udf`(r STRING) RETURNS STRING LANGUAGE GO AS './udf.Text';
CREATE FUNCTION `sqlAt`(r STRING) RETURNS STRING LANGUAGE GO ON ERROR SKIP ROW AS './udf.Text';
CREATE TABLE r (`sqlAt` STRING, `udf` STRING, `writeRRow` STRING, `readValues` BIGINT) WITH ('connector' = 'print');
INSERT INTO r SELECT `sqlAt`, `udf`(`udf`) AS `udf`, MAX(`writeRRow`) AS `writeRRow`, COUNT(`sqlAt`(`readValues`)) AS `groupBySqlAtUdfAcc` FROM (
  SELECT x || 'a' AS `sqlAt`, x || 'b' AS `udf`, x || 'c' AS `writeRRow`, x || 'd' AS `readValues` FROM (VALUES ('a')) AS t (x)) AS v
GROUP BY `sqlAt`, `udf`;
--= [aa, ab!, ac, 1]
