-- Nexmark q5: the auctions with the most bids of each sliding window; a join of two windows.
CREATE TABLE nexmark_q5 (auction BIGINT, num BIGINT) WITH ('connector' = 'blackhole');

INSERT INTO nexmark_q5
WITH counted AS (
  SELECT auction, COUNT(*) AS num, window_start AS starttime, window_end AS endtime
  FROM TABLE(HOP(TABLE bid, DESCRIPTOR(`dateTime`), INTERVAL '2' SECOND, INTERVAL '10' SECOND))
  GROUP BY auction, window_start, window_end
), largest AS (
  SELECT MAX(num) AS most, starttime, endtime FROM counted GROUP BY starttime, endtime
)
SELECT c.auction, c.num
FROM counted AS c
JOIN largest AS l ON c.starttime = l.starttime AND c.endtime = l.endtime AND c.num >= l.most;

--? an aggregation of the windows of a stream
--? a join
