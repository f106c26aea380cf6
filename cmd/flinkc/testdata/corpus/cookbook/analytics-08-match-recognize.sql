-- Recipe aggregations-and-analytics/08: how long contracts of a large tariff last that follow a small one.
CREATE TABLE contracts (id STRING, client INT, tariff STRING, began TIMESTAMP(3), ended TIMESTAMP(3),
  arrived AS PROCTIME()) WITH ('connector' = 'datagen');
CREATE TABLE shown (client INT, ids STRING, days INT) WITH ('connector' = 'print');

INSERT INTO shown
SELECT *
FROM contracts MATCH_RECOGNIZE (
  PARTITION BY client
  ORDER BY arrived
  MEASURES
    LAST(big_one.tariff) AS last_tariff,
    AVG(TIMESTAMPDIFF(DAY, big_one.began, big_one.ended)) AS days_kept
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (small_one big_one) -- one of each
  DEFINE
    small_one AS small_one.tariff = 'small',
    big_one AS big_one.tariff IN ('large', 'largest') -- what is dearer
);

--? MATCH_RECOGNIZE
