-- CURRENT_WATERMARK and SOURCE_WATERMARK.
CREATE TABLE t (n BIGINT, z TIMESTAMP(3), p AS PROCTIME(), h AS z + INTERVAL '1' HOUR, WATERMARK FOR z AS z)
WITH ('connector' = 'datagen', 'number-of-rows' = '3');
CREATE TABLE u (n BIGINT, z TIMESTAMP(3), WATERMARK FOR z AS SOURCE_WATERMARK()) WITH ('connector' = 'datagen');
CREATE TABLE k (n BIGINT, z TIMESTAMP(3), WATERMARK FOR z AS SOURCE_WATERMARK())
WITH ('connector' = 'kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'localhost:9092', 'format' = 'csv');
CREATE TABLE f (n BIGINT, z TIMESTAMP(3), WATERMARK FOR z AS SOURCE_WATERMARK())
WITH ('connector' = 'filesystem', 'path' = 'f.csv', 'format' = 'csv');
CREATE TABLE r (x TIMESTAMP(3)) WITH ('connector' = 'print');
CREATE TABLE s (x BIGINT) WITH ('connector' = 'print');

INSERT INTO r SELECT CURRENT_WATERMARK(z) FROM t;
INSERT INTO r SELECT CURRENT_WATERMARK(v) FROM (SELECT z AS v FROM t WHERE n > 1);
INSERT INTO r SELECT CURRENT_WATERMARK(h) FROM t; -- ERROR time-attribute "h" is computed from the time
INSERT INTO r SELECT CURRENT_WATERMARK(p) FROM t; -- ERROR time-attribute the processing time has no watermark
INSERT INTO r SELECT CURRENT_WATERMARK(PROCTIME()) FROM t; -- ERROR time-attribute nor has PROCTIME()
INSERT INTO r SELECT CURRENT_WATERMARK(n) FROM t; -- ERROR time-attribute no time at all
INSERT INTO r SELECT CURRENT_WATERMARK() FROM t; -- ERROR function-arguments of which time
INSERT INTO r SELECT CURRENT_WATERMARK(z, z) FROM t; -- ERROR function-arguments of one time
INSERT INTO r SELECT CURRENT_WATERMARK(nope) FROM t; -- ERROR unknown-column no column "nope"
INSERT INTO s SELECT n FROM u; -- ERROR source-watermark datagen makes none
INSERT INTO s SELECT n FROM k; -- ERROR source-watermark kafka makes none
INSERT INTO s SELECT n FROM f; -- ERROR source-watermark filesystem makes none
INSERT INTO s SELECT n FROM t WHERE z > SOURCE_WATERMARK(); -- ERROR source-watermark it has no value
INSERT INTO f SELECT n, z FROM t;
ALTER TABLE u DROP WATERMARK;
INSERT INTO s SELECT n FROM u;
