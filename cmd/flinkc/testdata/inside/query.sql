CREATE FUNCTION hello (name STRING) RETURNS STRING AS './udf.Hello' LANGUAGE GO;
CREATE TABLE o (greeting STRING) WITH ('connector' = 'print');
INSERT INTO o SELECT hello(x) FROM (VALUES ('repository')) AS v (x);
