-- Recipe joins/03: trips with the fee of their time, which is the last of each zone.
CREATE TABLE fee_changes (zone STRING, fee DECIMAL(6, 4), changed TIMESTAMP(3), WATERMARK FOR changed AS changed)
WITH ('connector' = 'datagen');
CREATE TABLE trips (id BIGINT, distance DECIMAL(10, 2), zone STRING, made_at TIMESTAMP(3),
  WATERMARK FOR made_at AS made_at - INTERVAL '2' SECOND) WITH ('connector' = 'datagen');
CREATE TABLE late_trips WITH ('connector' = 'datagen') LIKE trips (EXCLUDING OPTIONS);
CREATE TABLE shown (id BIGINT, total DECIMAL(17, 6)) WITH ('connector' = 'print');
CREATE VIEW fees AS
SELECT zone, fee, changed
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY zone ORDER BY changed DESC) AS place FROM fee_changes)
WHERE place = 1;

INSERT INTO shown
SELECT o.id, o.distance * r.fee
FROM late_trips AS o
JOIN fees FOR SYSTEM_TIME AS OF o.made_at AS r ON o.zone = r.zone;

--? OVER
--? a temporal join
