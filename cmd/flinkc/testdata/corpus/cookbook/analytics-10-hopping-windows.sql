-- Recipe aggregations-and-analytics/10: the average price of the last minute, every half of one.
CREATE TABLE trades (trade STRING, symbol STRING, price DOUBLE, traded_at TIMESTAMP(3),
  WATERMARK FOR traded_at AS traded_at - INTERVAL '5' SECONDS) WITH ('connector' = 'datagen');
CREATE TABLE shown (window_start TIMESTAMP(3), window_end TIMESTAMP(3), symbol STRING, mean DOUBLE)
WITH ('connector' = 'print');

INSERT INTO shown
SELECT window_start, window_end, symbol, ROUND(AVG(price), 2) AS mean
FROM TABLE(HOP(TABLE trades, DESCRIPTOR(traded_at), INTERVAL '30' SECONDS, INTERVAL '1' MINUTE))
GROUP BY window_start, window_end, symbol;

--? an aggregation of the windows of a stream
