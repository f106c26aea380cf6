-- Recipe aggregations-and-analytics/03: refused requests of each session.
CREATE TABLE visits (address STRING, status STRING, seen_at TIMESTAMP(3),
  WATERMARK FOR seen_at AS seen_at - INTERVAL '15' SECONDS) WITH ('connector' = 'datagen');
CREATE TABLE shown (began TIMESTAMP(3), ended TIMESTAMP(3), address STRING, n BIGINT)
WITH ('connector' = 'print');

INSERT INTO shown
SELECT SESSION_START(seen_at, INTERVAL '10' SECOND), SESSION_ROWTIME(seen_at, INTERVAL '10' SECOND), address,
  COUNT(status)
FROM visits
WHERE status = '403'
GROUP BY address, SESSION(seen_at, INTERVAL '10' SECOND);

--? group window SESSION
