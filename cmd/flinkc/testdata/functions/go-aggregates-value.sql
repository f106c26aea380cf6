-- an aggregate function that fails ends the job at its call
CREATE FUNCTION picky(v INT) RETURNS INT LANGUAGE GO AS './udf.Picky';
CREATE TABLE r (k STRING, n INT) WITH ('connector' = 'print');
INSERT INTO r SELECT k, picky(v) FROM (VALUES ('a', 1), ('b', 15)) AS t (k, v) GROUP BY k;
--! 4:25: 15 is no result
