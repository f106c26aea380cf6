-- Recipe aggregations-and-analytics/04: measurements beside those of the minute before, by a window with a name.
CREATE TABLE weather (place STRING, celsius FLOAT, measured TIMESTAMP(3), WATERMARK FOR measured AS measured)
WITH ('connector' = 'datagen');
CREATE TABLE shown (measured TIMESTAMP(3), place STRING, celsius FLOAT, mean FLOAT, highest FLOAT,
  lowest FLOAT, spread FLOAT) WITH ('connector' = 'print');

INSERT INTO shown
SELECT measured, place, celsius, AVG(celsius) OVER before, MAX(celsius) OVER before,
  MIN(celsius) OVER before, STDDEV(celsius) OVER before
FROM weather
WINDOW before AS (
  PARTITION BY place ORDER BY measured RANGE BETWEEN INTERVAL '1' MINUTE PRECEDING AND CURRENT ROW
);

--? OVER
--? OVER
--? OVER
--? OVER
