-- Recipe aggregations-and-analytics/06: which rows came twice, and the first of each.
CREATE TABLE tickets (id INT, series AS id / 5, sold_at AS CURRENT_TIMESTAMP,
  WATERMARK FOR sold_at AS sold_at - INTERVAL '5' SECONDS) WITH ('connector' = 'datagen');
CREATE TABLE twice (id INT, times BIGINT) WITH ('connector' = 'print');
CREATE TABLE once (ticket INT, sold_at TIMESTAMP_LTZ(3)) WITH ('connector' = 'print');

INSERT INTO twice SELECT id AS ticket, COUNT(*) AS times FROM tickets GROUP BY id HAVING COUNT(*) > 1;
INSERT INTO once
SELECT ticket, sold_at
FROM (
  SELECT id AS ticket, sold_at, ROW_NUMBER() OVER (PARTITION BY id ORDER BY sold_at) AS place FROM tickets
)
WHERE place = 1;

--? OVER
