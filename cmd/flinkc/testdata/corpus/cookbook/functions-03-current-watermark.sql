-- Recipe other-builtin-functions/03: rows that are behind the watermark, and windows without them.
CREATE TABLE signals (kind STRING, address STRING, taken_at AS CURRENT_TIMESTAMP,
  seen_at TIMESTAMP_LTZ(3), WATERMARK FOR seen_at AS seen_at - INTERVAL '15' SECONDS) WITH ('connector' = 'datagen');
CREATE TABLE senders (window_start TIMESTAMP(3), window_end TIMESTAMP(3), addresses BIGINT)
WITH ('connector' = 'blackhole');
CREATE TABLE stragglers (kind STRING, address STRING, taken_at TIMESTAMP_LTZ(3), seen_at TIMESTAMP_LTZ(3),
  current_watermark TIMESTAMP_LTZ(3)) WITH ('connector' = 'blackhole');
CREATE VIEW behind AS
SELECT *, CURRENT_WATERMARK(seen_at) AS current_watermark FROM signals
WHERE CURRENT_WATERMARK(seen_at) IS NOT NULL AND seen_at <= CURRENT_WATERMARK(seen_at);

BEGIN STATEMENT SET;
INSERT INTO stragglers SELECT * FROM behind;
INSERT INTO senders
SELECT window_start, window_end, COUNT(DISTINCT address)
FROM TABLE(TUMBLE(TABLE signals, DESCRIPTOR(seen_at), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;
END;

--? an aggregation of the windows of a stream
