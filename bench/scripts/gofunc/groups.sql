-- An aggregate function in Go
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

CREATE TABLE results (k BIGINT, mean BIGINT) WITH ('connector' = 'blackhole');

CREATE FUNCTION weighted (v BIGINT, line STRING) RETURNS BIGINT
LANGUAGE GO AS './udf.Weighted' WITH ('strings' = 'borrowed');

INSERT INTO results SELECT k, weighted(v, line) FROM facts GROUP BY k;
