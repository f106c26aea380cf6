-- Batch mode has no watermarks.
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (n BIGINT, z TIMESTAMP(3), WATERMARK FOR z AS z) WITH ('connector' = 'datagen', 'number-of-rows' = '3');
CREATE TABLE r (x TIMESTAMP(3)) WITH ('connector' = 'print');

INSERT INTO r SELECT z FROM t;
INSERT INTO r SELECT CURRENT_WATERMARK(z) FROM t; -- ERROR time-attribute nobody waits for a time
