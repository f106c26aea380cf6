-- Recipe foundations/06: windows in the order of their times, the largest first.
CREATE TABLE visits (address STRING, seen_at TIMESTAMP(3), status STRING,
  WATERMARK FOR seen_at AS seen_at - INTERVAL '15' SECONDS) WITH ('connector' = 'datagen');
CREATE TABLE shown (closed_at TIMESTAMP(3), status STRING, n BIGINT) WITH ('connector' = 'print');

INSERT INTO shown
SELECT TUMBLE_ROWTIME(seen_at, INTERVAL '1' MINUTE) AS closed_at, status, COUNT(*) AS n
FROM visits
GROUP BY TUMBLE(seen_at, INTERVAL '1' MINUTE), status
ORDER BY closed_at, n DESC;

--? an aggregation of the windows of a stream
--? ORDER BY the time of a stream
