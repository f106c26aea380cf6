-- Recipe joins/06: the largest towns of each region, a query for each row.
CREATE TABLE moves (id INT, town STRING, region STRING, moved_at TIMESTAMP(3),
  WATERMARK FOR moved_at AS moved_at - INTERVAL '1' MINUTE) WITH ('connector' = 'datagen');
CREATE TABLE shown (region STRING, town STRING, people BIGINT) WITH ('connector' = 'print');
CREATE TEMPORARY VIEW living AS
SELECT town, region, COUNT(*) AS people
FROM (
  SELECT town, region, ROW_NUMBER() OVER (PARTITION BY id ORDER BY moved_at DESC) AS place FROM moves
)
WHERE place = 1
GROUP BY town, region;

INSERT INTO shown
SELECT regions.region, l.town, l.people
FROM (SELECT DISTINCT region FROM living) AS regions,
  LATERAL (
    SELECT town, people FROM living WHERE region = regions.region ORDER BY people DESC LIMIT 2
  ) AS l;

--? OVER
--? LATERAL
