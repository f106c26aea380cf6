-- STDDEV and VAR of every numeric type: sums in the type of AVG, NULL of one row where it is a sample's
CREATE TABLE t (k STRING, i INT, l BIGINT, f FLOAT, d DOUBLE, p DECIMAL(10, 2), m TINYINT) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv', 'csv.null-literal' = 'n');
CREATE TABLE ri (k STRING, a INT, b INT, c INT, d INT, e INT, f INT) WITH ('connector' = 'print', 'print-identifier' = 'ri');
CREATE TABLE rl (k STRING, a BIGINT, b BIGINT, c BIGINT, d BIGINT, e TINYINT, f TINYINT) WITH ('connector' = 'print', 'print-identifier' = 'rl');
CREATE TABLE rf (k STRING, a FLOAT, b FLOAT, c FLOAT, d FLOAT) WITH ('connector' = 'print', 'print-identifier' = 'rf');
CREATE TABLE rd (k STRING, a DOUBLE, b DOUBLE, c DOUBLE, d DOUBLE) WITH ('connector' = 'print', 'print-identifier' = 'rd');
CREATE TABLE rp (k STRING, a DECIMAL(38, 6), b DECIMAL(38, 6), c DECIMAL(38, 6), d DECIMAL(38, 6)) WITH ('connector' = 'print', 'print-identifier' = 'rp');
CREATE TABLE rg (a DOUBLE, b DOUBLE, c INT) WITH ('connector' = 'print', 'print-identifier' = 'rg');

INSERT INTO ri SELECT k, STDDEV_POP(i), STDDEV_SAMP(i), VAR_POP(i), VAR_SAMP(i), STDDEV(i), VARIANCE(i) FROM t GROUP BY k;
INSERT INTO rl SELECT k, STDDEV_POP(l), STDDEV_SAMP(l), VAR_POP(l), VAR_SAMP(l), STDDEV_POP(m), VAR_SAMP(m) FROM t GROUP BY k;
INSERT INTO rf SELECT k, STDDEV_POP(f), STDDEV_SAMP(f), VAR_POP(f), VAR_SAMP(f) FROM t GROUP BY k;
INSERT INTO rd SELECT k, STDDEV_POP(d), STDDEV_SAMP(d), VAR_POP(d), VAR_SAMP(d) FROM t GROUP BY k;
INSERT INTO rp SELECT k, STDDEV_POP(p), STDDEV_SAMP(p), VAR_POP(p), VAR_SAMP(p) FROM t GROUP BY k;
INSERT INTO rg SELECT STDDEV(d) FILTER (WHERE i > 1), VAR_POP(DISTINCT d), VAR_SAMP(i) + 1 FROM t;
