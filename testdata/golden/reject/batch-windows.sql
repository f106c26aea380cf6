-- Windows in batch mode, which have any time but the processing time.
CREATE TABLE t (k STRING, ts TIMESTAMP(6), p AS PROCTIME()) WITH ('connector' = 'datagen', 'number-of-rows' = '3');
CREATE TABLE r (x TIMESTAMP(3)) WITH ('connector' = 'print');
CREATE TABLE n (x BIGINT) WITH ('connector' = 'print');
SET 'execution.runtime-mode' = 'batch';

INSERT INTO n SELECT COUNT(*) FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;
INSERT INTO n SELECT COUNT(*) FROM t GROUP BY HOP(ts, INTERVAL '1' HOUR, INTERVAL '2' HOUR), k;
INSERT INTO n SELECT COUNT(*) FROM t GROUP BY TUMBLE(p, INTERVAL '1' HOUR); -- ERROR window the processing time
INSERT INTO r SELECT window_end FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(p), INTERVAL '1' HOUR)); -- ERROR window the processing time
INSERT INTO r SELECT window_end FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(k), INTERVAL '1' HOUR)); -- ERROR time-attribute no time
INSERT INTO n SELECT COUNT(*) FROM t GROUP BY SESSION(ts, INTERVAL '1' HOUR); -- ERROR not-supported SESSION
INSERT INTO n SELECT COUNT(*) FROM TABLE(SESSION(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end; -- ERROR not-supported SESSION
INSERT INTO r SELECT TUMBLE_END(ts, INTERVAL '2' HOUR) FROM t GROUP BY TUMBLE(ts, INTERVAL '1' HOUR); -- ERROR window other arguments
INSERT INTO r SELECT TUMBLE_END(ts, INTERVAL '1' HOUR) FROM t GROUP BY k; -- ERROR window no window in GROUP BY
