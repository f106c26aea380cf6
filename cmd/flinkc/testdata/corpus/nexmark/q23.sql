-- Nexmark q23: bids with their auctions and the persons who bid; a join of three.
CREATE TABLE nexmark_q23 (
  auction BIGINT, bidder BIGINT, price BIGINT, channel STRING, url STRING, `bid_dateTime` TIMESTAMP(3),
  `itemName` STRING, `auction_dateTime` TIMESTAMP(3), expires TIMESTAMP(3), category BIGINT, name STRING,
  city STRING, state STRING
) WITH ('connector' = 'blackhole');

INSERT INTO nexmark_q23
SELECT b.auction, b.bidder, b.price, b.channel, b.url, b.`dateTime`, a.`itemName`, a.`dateTime`, a.expires,
  a.category, p.name, p.city, p.state
FROM bid AS b
JOIN auction AS a ON b.auction = a.id
JOIN person AS p ON b.bidder = p.id;

--? a join
--? a join
