-- Recipe aggregations-and-analytics/01: how many addresses there were in each minute of the processing time.
CREATE TABLE visits (address STRING, request STRING, seen_at AS PROCTIME()) WITH ('connector' = 'datagen');
CREATE TABLE shown (addresses BIGINT, window_start TIMESTAMP(3), window_end TIMESTAMP(3)) WITH ('connector' = 'print');

INSERT INTO shown
SELECT COUNT(DISTINCT address) AS addresses, window_start, window_end
FROM TABLE(TUMBLE(TABLE visits, DESCRIPTOR(seen_at), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;

--? an aggregation of the windows of a stream
