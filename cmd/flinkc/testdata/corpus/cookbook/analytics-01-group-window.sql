-- Recipe aggregations-and-analytics/01 as it was before windows were functions of tables.
CREATE TABLE visits (address STRING, seen_at AS PROCTIME()) WITH ('connector' = 'datagen');
CREATE TABLE shown (addresses BIGINT, closed_at TIMESTAMP_LTZ(3)) WITH ('connector' = 'print');

INSERT INTO shown
SELECT COUNT(DISTINCT address), TUMBLE_PROCTIME(seen_at, INTERVAL '1' MINUTE)
FROM visits
GROUP BY TUMBLE(seen_at, INTERVAL '1' MINUTE);

--? an aggregation of the windows of a stream
