-- Recipe aggregations-and-analytics/05: the two best-selling articles of each shop, over counts that change.
CREATE TABLE sales (shop STRING, article STRING) WITH ('connector' = 'datagen');
CREATE TABLE shown (shop STRING, article STRING, sold BIGINT) WITH ('connector' = 'print');

INSERT INTO shown
SELECT shop, article, sold
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY shop ORDER BY sold DESC) AS place
  FROM (SELECT shop, article, COUNT(*) AS sold FROM sales GROUP BY shop, article)
)
WHERE place <= 2;

--? OVER
