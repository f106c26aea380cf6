-- Recipe other-builtin-functions/01: dates and times out of texts and seconds.
CREATE VIEW memberships AS
SELECT * FROM (VALUES (1, '2021-01-05 10:00:00', 1609459200)) AS t (id, began, paid_seconds);
CREATE TABLE shown (id INT, paid TIMESTAMP(3), week STRING, `month` BIGINT, days INT) WITH ('connector' = 'print');

INSERT INTO shown
SELECT id,
  TO_TIMESTAMP(FROM_UNIXTIME(paid_seconds)), -- seconds since 1970
  DATE_FORMAT(TO_TIMESTAMP(began), 'yyyyMM'),
  EXTRACT(MONTH FROM TO_TIMESTAMP(began)),
  TIMESTAMPDIFF(DAY, TO_TIMESTAMP(FROM_UNIXTIME(paid_seconds)), TO_TIMESTAMP(began)) -- whole days
FROM memberships;

--= [1, 2021-01-01T00:00, 202101, 1, 4]
