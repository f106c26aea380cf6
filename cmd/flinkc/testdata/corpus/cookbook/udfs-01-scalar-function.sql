-- Recipe udfs/01: a function of one's own, here in Go.
CREATE FUNCTION fahrenheit_of (celsius STRING) RETURNS FLOAT LANGUAGE GO AS './udf.ToFahr';
CREATE VIEW weather AS SELECT * FROM (VALUES ('Oslo', '0'), ('Cairo', '30')) AS t (place, celsius);
CREATE TABLE shown (place STRING, fahrenheit FLOAT) WITH ('connector' = 'print');

INSERT INTO shown SELECT place, fahrenheit_of(celsius) FROM weather;

--= [Oslo, 32.0]
--= [Cairo, 86.0]
