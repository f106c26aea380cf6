-- Nexmark q7: the highest bid of each window; a join by time with the result of a window.
CREATE TABLE nexmark_q7 (auction BIGINT, bidder BIGINT, price BIGINT, `dateTime` TIMESTAMP(3), extra STRING)
  WITH ('connector' = 'blackhole');

INSERT INTO nexmark_q7
SELECT b.auction, b.bidder, b.price, b.`dateTime`, b.extra
FROM bid AS b
JOIN (
  SELECT MAX(price) AS price, window_end AS ended
  FROM TABLE(TUMBLE(TABLE bid, DESCRIPTOR(`dateTime`), INTERVAL '10' SECOND))
  GROUP BY window_start, window_end
) AS top ON b.price = top.price
WHERE b.`dateTime` BETWEEN top.ended - INTERVAL '10' SECOND AND top.ended;

--? a join
--? an aggregation of the windows of a stream
