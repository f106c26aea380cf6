-- Recipe foundations/09: times of devices in their own zones as times of one zone.
CREATE VIEW clocks AS
SELECT * FROM (VALUES ('d1', 'Asia/Shanghai', TIMESTAMP '2021-12-01 08:00:00'),
  ('d2', 'America/Los_Angeles', TIMESTAMP '2021-12-01 08:00:00')) AS t (clock, zone, at_wall);
CREATE TABLE shown (clock STRING, shown_there STRING, shown_here STRING) WITH ('connector' = 'print');

INSERT INTO shown
SELECT clock, date_format(at_wall, 'yyyy-MM-dd HH:mm:ss'), convert_tz(CAST(at_wall AS STRING), zone, 'UTC')
FROM clocks;

--= [d1, 2021-12-01 08:00:00, 2021-12-01 00:00:00]
--= [d2, 2021-12-01 08:00:00, 2021-12-01 16:00:00]
