-- Recipe aggregations-and-analytics/07: windows of five minutes made from windows of one.
CREATE TEMPORARY TABLE visits (bytes_sent INT, seen_at TIMESTAMP(3),
  WATERMARK FOR seen_at AS seen_at - INTERVAL '15' SECONDS) WITH ('connector' = 'datagen');
CREATE TABLE of_one (window_start TIMESTAMP(3), window_end TIMESTAMP(3), average BIGINT) WITH ('connector' = 'blackhole');
CREATE TABLE of_five (window_start TIMESTAMP(3), window_end TIMESTAMP(3), average BIGINT) WITH ('connector' = 'blackhole');
CREATE VIEW minutes AS
SELECT TUMBLE_START(seen_at, INTERVAL '1' MINUTE) AS window_start,
  TUMBLE_ROWTIME(seen_at, INTERVAL '1' MINUTE) AS window_end, SUM(bytes_sent) AS total, COUNT(*) AS lines
FROM visits
GROUP BY TUMBLE(seen_at, INTERVAL '1' MINUTE);
CREATE VIEW five_minutes AS
SELECT TUMBLE_START(window_end, INTERVAL '5' MINUTE) AS window_start,
  TUMBLE_ROWTIME(window_end, INTERVAL '5' MINUTE) AS window_end, SUM(total) AS total, SUM(lines) AS lines
FROM minutes
GROUP BY TUMBLE(window_end, INTERVAL '5' MINUTE);

BEGIN STATEMENT SET;
INSERT INTO of_one SELECT window_start, window_end, total / lines FROM minutes;
INSERT INTO of_five SELECT window_start, window_end, total / lines FROM five_minutes;
END;

--? an aggregation of the windows of a stream
--? an aggregation of the windows of a stream
