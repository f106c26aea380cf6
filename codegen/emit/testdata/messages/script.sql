-- Every operator that there is: what messages_test.go sends through a running job.
CREATE TABLE a (k STRING, v BIGINT) WITH ('connector' = 'filesystem', 'path' = '/nowhere', 'format' = 'csv');
CREATE TABLE b (k STRING, v BIGINT, ts AS TO_TIMESTAMP_LTZ(v, 3), WATERMARK FOR ts AS ts) WITH ('connector' = 'filesystem', 'path' = '/nowhere', 'format' = 'csv');
CREATE TABLE plain (k STRING, v BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'plain');
CREATE TABLE total (k STRING, n BIGINT, s BIGINT, v BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'total');
CREATE TABLE different (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'different');
CREATE TABLE tally (k STRING, n BIGINT, v BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'tally');
CREATE TABLE head (k STRING, v BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'head');
CREATE TABLE told (k STRING, v BIGINT, w STRING) WITH ('connector' = 'print', 'print-identifier' = 'told');
CREATE TABLE spread (v BIGINT) WITH ('connector' = 'blackhole');

-- filter and projection; rows gathered in one lane
INSERT INTO plain SELECT k, v FROM a WHERE k <> 'c';
-- a union whose stage aggregates partially; partial results merged
INSERT INTO total SELECT k, COUNT(*), SUM(v), MIN(v) FROM (
  SELECT k, v FROM a UNION ALL SELECT 'b' || k, v FROM b UNION ALL VALUES ('values', CAST(1 AS BIGINT))
) AS u GROUP BY k;
-- rows sent by key, aggregated where they arrive
INSERT INTO different SELECT k, COUNT(DISTINCT v) FROM a GROUP BY k;
-- a source that aggregates partially
INSERT INTO tally SELECT k, COUNT(*), MIN(v) FROM b GROUP BY k;
INSERT INTO head SELECT k, v FROM b LIMIT 7;
-- the watermark of a stage behind all lanes
INSERT INTO told SELECT k, v, COALESCE(CAST(CURRENT_WATERMARK(ts) AS STRING), 'none') FROM (SELECT * FROM b LIMIT 1000000);
-- a sink that every lane writes
INSERT INTO spread SELECT v FROM b;
