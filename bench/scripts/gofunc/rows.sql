-- A table function in Go
CREATE TABLE facts (
  k BIGINT,
  v BIGINT,
  line STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'facts',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.group.id' = 'gofunc',
  'scan.startup.mode' = 'earliest-offset',
  'format' = 'csv'
);

CREATE TABLE results (k BIGINT, v BIGINT, word STRING, letters INT) WITH ('connector' = 'blackhole');

CREATE FUNCTION words (line STRING) RETURNS TABLE (word STRING, letters INT)
LANGUAGE GO AS './udf.Words' WITH ('strings' = 'borrowed');

INSERT INTO results SELECT k, v, word, letters FROM facts CROSS JOIN LATERAL TABLE(words(line));
