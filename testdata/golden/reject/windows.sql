-- Windows: what waits for their end in a stream, sessions, and arguments.
CREATE TABLE t (
  k STRING,
  v INT,
  ts TIMESTAMP(3),
  plain TIMESTAMP(3),
  p AS PROCTIME(),
  WATERMARK FOR ts AS ts
) WITH ('connector' = 'datagen', 'number-of-rows' = '3');
CREATE TABLE r (x TIMESTAMP(3)) WITH ('connector' = 'print');
CREATE TABLE n (x BIGINT) WITH ('connector' = 'print');
CREATE TABLE a (x STRING, n BIGINT) WITH ('connector' = 'print');

INSERT INTO r SELECT window_end FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR));
INSERT INTO n SELECT COUNT(*) FROM TABLE(HOP(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR, INTERVAL '2' HOUR)) GROUP BY window_start;
INSERT INTO n SELECT COUNT(*) FROM TABLE(HOP(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR, INTERVAL '2' HOUR)) GROUP BY window_start, window_end; -- ERROR not-supported waits for the end of a window
INSERT INTO r SELECT DISTINCT s FROM (SELECT DISTINCT window_start AS s, window_end FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR))); -- ERROR not-supported DISTINCT waits, too
INSERT INTO n SELECT COUNT(*) FROM t GROUP BY TUMBLE(ts, INTERVAL '1' HOUR); -- ERROR not-supported waits for the end of a window
INSERT INTO n SELECT COUNT(*) FROM TABLE(SESSION(TABLE t PARTITION BY k, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, k; -- ERROR not-supported SESSION
INSERT INTO r SELECT window_end FROM TABLE(SESSION(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR)); -- ERROR not-supported SESSION by itself
INSERT INTO n SELECT COUNT(*) FROM t GROUP BY SESSION(ts, INTERVAL '1' HOUR); -- ERROR not-supported SESSION in GROUP BY
INSERT INTO r SELECT window_end FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(p), INTERVAL '1' HOUR));
INSERT INTO r SELECT window_end FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(plain), INTERVAL '1' HOUR)); -- ERROR time-attribute no watermark
INSERT INTO r SELECT window_end FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' MONTH)); -- ERROR window months have no length
INSERT INTO r SELECT window_end FROM TABLE(CUMULATE(TABLE t, DESCRIPTOR(ts), INTERVAL '2' HOUR, INTERVAL '3' HOUR)); -- ERROR window no multiple of the step
INSERT INTO n SELECT COUNT(*) FROM t GROUP BY TUMBLE(ts, INTERVAL '1' HOUR, INTERVAL '1' MINUTE); -- ERROR window no offset in GROUP BY
INSERT INTO a SELECT k, COUNT(*) FROM t GROUP BY ROLLUP(k), TUMBLE(ts, INTERVAL '1' HOUR); -- ERROR window beside ROLLUP
