-- Recipe joins/02: bookings with the journeys of the three days behind them.
CREATE TABLE bookings (id INT, booked_at AS TIMESTAMPADD(HOUR, CAST(FLOOR(RAND() * 24) * -1 AS INT), CURRENT_TIMESTAMP))
WITH ('connector' = 'datagen', 'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '1000');
CREATE TABLE journeys (id INT, booking INT,
  left_at AS TIMESTAMPADD(HOUR, CAST(FLOOR(RAND() * 24) AS INT), CURRENT_TIMESTAMP))
WITH ('connector' = 'datagen', 'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '1000',
  'fields.booking.kind' = 'sequence', 'fields.booking.start' = '1', 'fields.booking.end' = '1000');
CREATE TABLE shown (booking INT, booked_at TIMESTAMP_LTZ(3), left_at TIMESTAMP_LTZ(3), days INT)
WITH ('connector' = 'print');

INSERT INTO shown
SELECT o.id, o.booked_at, s.left_at, TIMESTAMPDIFF(DAY, o.booked_at, s.left_at)
FROM bookings o
JOIN journeys s ON o.id = s.booking
WHERE o.booked_at BETWEEN s.left_at - INTERVAL '3' DAY AND s.left_at;

--? a join
