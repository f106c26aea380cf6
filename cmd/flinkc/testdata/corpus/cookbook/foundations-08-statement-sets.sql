-- Recipe foundations/08: one source for several tables: windows to a broker, all lines to files.
CREATE TABLE visits (address STRING, request STRING, status STRING, seen_at TIMESTAMP(3),
  WATERMARK FOR seen_at AS seen_at - INTERVAL '5' SECOND) WITH ('connector' = 'datagen');
CREATE TABLE per_program (program STRING NOT NULL, status STRING, closed_at TIMESTAMP(3), n BIGINT NOT NULL)
WITH ('connector' = 'kafka', 'topic' = 'agents', 'properties.bootstrap.servers' = 'localhost:9092',
  'properties.group.id' = 'agents', 'format' = 'json');
CREATE TABLE kept (address STRING, request STRING, dt STRING, `hour` STRING) PARTITIONED BY (dt, `hour`)
WITH ('connector' = 'filesystem', 'path' = 'kept', 'format' = 'json');
CREATE TABLE counted (program STRING, status STRING, closed_at TIMESTAMP(3), n BIGINT)
WITH ('connector' = 'blackhole');
CREATE TEMPORARY VIEW agents AS
SELECT REGEXP_EXTRACT(request, '^[^/]+') AS program, status, seen_at FROM visits;

BEGIN STATEMENT SET;
INSERT INTO counted
SELECT program, status, TUMBLE_ROWTIME(seen_at, INTERVAL '5' MINUTE) AS closed_at, COUNT(*) n
FROM agents
GROUP BY program, status, TUMBLE(seen_at, INTERVAL '5' MINUTE);
INSERT INTO kept
SELECT address, request, DATE_FORMAT(TUMBLE_ROWTIME(seen_at, INTERVAL '1' MINUTE), 'yyyy-MM-dd'),
  DATE_FORMAT(TUMBLE_ROWTIME(seen_at, INTERVAL '1' MINUTE), 'HH')
FROM visits
GROUP BY address, request, TUMBLE(seen_at, INTERVAL '1' MINUTE);
END;

--? PARTITIONED BY
--? an aggregation of the windows of a stream
--? an aggregation of the windows of a stream
