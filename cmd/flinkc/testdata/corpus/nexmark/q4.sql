-- Nexmark q4: the average of what auctions of a category ended at; a join by times of the row, not an interval join.
CREATE TABLE nexmark_q4 (id BIGINT, final BIGINT) WITH ('connector' = 'blackhole');

INSERT INTO nexmark_q4
SELECT ended.category, AVG(ended.final)
FROM (
  SELECT a.category, MAX(b.price) AS final
  FROM auction AS a, bid AS b
  WHERE a.id = b.auction AND b.`dateTime` BETWEEN a.`dateTime` AND a.expires
  GROUP BY a.id, a.category
) AS ended
GROUP BY ended.category;

--? a join
