-- Readings of thermometers, in degrees Celsius, and how warm each room has been.

CREATE FUNCTION to_celsius (fahrenheit DOUBLE) RETURNS DOUBLE
AS './udf.ToCelsius' LANGUAGE GO;

CREATE VIEW readings AS
SELECT room, to_celsius(fahrenheit) AS celsius
FROM (VALUES ('kitchen', 77.0E0), ('cellar', 50.0E0), ('kitchen', 86.0E0),
        ('cellar', CAST(NULL AS DOUBLE)))
AS t (room, fahrenheit);

-- Replace the readings above by a table of your own, for instance
--   'connector' = 'kafka', 'topic' = 'readings', 'format' = 'json', ...
CREATE TABLE warmest (
    room STRING,
    celsius DOUBLE,
    n BIGINT
) WITH (
    'connector' = 'print'
);

INSERT INTO warmest
SELECT room, MAX(celsius), COUNT(*)
FROM readings
GROUP BY room;
