-- Recipe aggregations-and-analytics/02: windows over rows that come late.
CREATE TABLE readings (station STRING, read_at TIMESTAMP(3),
  WATERMARK FOR read_at AS read_at - INTERVAL '15' SECONDS) WITH ('connector' = 'datagen');
CREATE TABLE shown (station STRING, read_at TIMESTAMP(3), n BIGINT) WITH ('connector' = 'print');

INSERT INTO shown
SELECT station, TUMBLE_ROWTIME(read_at, INTERVAL '1' MINUTE) AS read_at, COUNT(*) AS n
FROM readings
GROUP BY TUMBLE(read_at, INTERVAL '1' MINUTE), station;

--? an aggregation of the windows of a stream
