-- What OVER does not take in batch mode
SET 'execution.runtime-mode' = 'batch';
CREATE TABLE t (k BIGINT, v STRING, x INT NOT NULL, d DOUBLE, ts TIMESTAMP(3), da DATE, m DECIMAL(10, 2)) WITH ('connector' = 'filesystem', 'path' = '/t', 'format' = 'csv');
CREATE TABLE o (k BIGINT, n BIGINT) WITH ('connector' = 'print');

INSERT INTO o SELECT k, SUM(DISTINCT x) OVER (PARTITION BY v) FROM t; -- ERROR over "DISTINCT does not go with OVER"
INSERT INTO o SELECT k, MIN(DISTINCT x) OVER (PARTITION BY v) FROM t;
INSERT INTO o SELECT k, SUM(x) FILTER (WHERE x > 1) OVER (PARTITION BY v) FROM t; -- ERROR not-supported "FILTER of a function with OVER"
INSERT INTO o SELECT k, ROW_NUMBER() OVER (PARTITION BY v) FROM t; -- ERROR over "ROW_NUMBER wants an order"
INSERT INTO o SELECT k, ROW_NUMBER() OVER (ORDER BY 1) FROM t; -- ERROR over "ROW_NUMBER wants an order"
INSERT INTO o SELECT k, RANK() OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t; -- ERROR over "RANK takes no ROWS or RANGE"
INSERT INTO o SELECT k, LAG(k) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t; -- ERROR over "LAG takes no ROWS or RANGE"
INSERT INTO o SELECT k, NTILE(0) OVER (ORDER BY x) FROM t; -- ERROR over "NTILE wants a whole number above 0"
INSERT INTO o SELECT k, NTILE(x) OVER (ORDER BY x) FROM t; -- ERROR over "NTILE wants a whole number above 0"
INSERT INTO o SELECT k, LAG(k, x) OVER (ORDER BY x) FROM t; -- ERROR over "the distance of LAG is a whole number"
INSERT INTO o SELECT k, LEAD(k, CAST(NULL AS INT)) OVER (ORDER BY x) FROM t; -- ERROR over "the distance of LEAD is a whole number"
INSERT INTO o SELECT k, LAG(k) IGNORE NULLS OVER (ORDER BY x) FROM t; -- ERROR not-supported "this clause of LAG"
INSERT INTO o SELECT k, SUM(x) OVER (PARTITION BY v ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t; -- ERROR over "ROWS and RANGE want an order"
INSERT INTO o SELECT k, SUM(x) OVER (ORDER BY k, x RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t; -- ERROR over "RANGE wants an order by one number or time, not by 2 keys"
INSERT INTO o SELECT k, SUM(x) OVER (ORDER BY v RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t; -- ERROR over "RANGE wants an order by one number or time"
INSERT INTO o SELECT k, SUM(x) OVER (ORDER BY da RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t; -- ERROR over "the distance must be an INTERVAL of days or less"
INSERT INTO o SELECT k, SUM(x) OVER (ORDER BY da RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND CURRENT ROW) FROM t; -- ERROR over "the distance must be an INTERVAL of days or less"
INSERT INTO o SELECT k, SUM(x) OVER (ORDER BY x RANGE BETWEEN -1 PRECEDING AND CURRENT ROW) FROM t; -- ERROR over "the distance must be a number"
INSERT INTO o SELECT k, SUM(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 2 PRECEDING) FROM t; -- ERROR over "the window begins behind its end"
INSERT INTO o SELECT k, SUM(x) OVER (ORDER BY ROW_NUMBER() OVER (ORDER BY k)) FROM t; -- ERROR over "OVER cannot stand in OVER"
INSERT INTO o SELECT k, x FROM t WHERE ROW_NUMBER() OVER (ORDER BY k) = 1; -- ERROR over "OVER cannot stand in WHERE"
INSERT INTO o SELECT k, NTH_VALUE(x, 2) OVER (ORDER BY k) FROM t; -- ERROR over "is no function that goes with OVER"
INSERT INTO o SELECT k, x FROM t QUALIFY x; -- ERROR not-boolean "QUALIFY wants a condition"
INSERT INTO o SELECT k, COUNT(*) OVER (PARTITION BY NULL) FROM t; -- ERROR column-type "NULL"
INSERT INTO o SELECT k, COUNT(*) OVER (ORDER BY NULL) FROM t; -- ERROR untyped-null "ORDER BY"
INSERT INTO o SELECT k, COUNT(*) OVER (ORDER BY m RANGE BETWEEN 99999999999999999999 PRECEDING AND CURRENT ROW) FROM t; -- ERROR over "the distance must be a number"
