-- Recipe aggregations-and-analytics/11: the three farms with the most of each window.
CREATE TABLE lots (sold_at TIMESTAMP(3), weight DOUBLE, lot STRING, farm STRING,
  WATERMARK FOR sold_at AS sold_at - INTERVAL '5' SECONDS) WITH ('connector' = 'datagen');
CREATE TABLE shown (window_start TIMESTAMP(3), window_end TIMESTAMP(3), farm STRING, weight DOUBLE, n BIGINT,
  place BIGINT) WITH ('connector' = 'print');

INSERT INTO shown
SELECT *
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY weight DESC) AS place
  FROM (
    SELECT window_start, window_end, farm, SUM(weight) AS weight, COUNT(*) AS n
    FROM TABLE(TUMBLE(TABLE lots, DESCRIPTOR(sold_at), INTERVAL '10' MINUTES))
    GROUP BY window_start, window_end, farm
  )
)
WHERE place <= 3;

--? OVER
--? an aggregation of the windows of a stream
