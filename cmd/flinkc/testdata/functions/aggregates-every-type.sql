-- aggregates of every type, of columns with and without NULLs, with DISTINCT and FILTER
CREATE VIEW v AS SELECT g, CAST(b AS BOOLEAN) AS b, CAST(i AS TINYINT) AS i1, CAST(i AS SMALLINT) AS i2, CAST(i AS INT) AS i4,
  CAST(i AS BIGINT) AS i8, CAST(i AS FLOAT) AS f, CAST(i AS DOUBLE) AS d, CAST(i AS DECIMAL(38, 1)) AS p, CAST(i AS DECIMAL(5, 2)) AS q,
  CAST(s AS CHAR(3)) AS c, CAST(s AS STRING) AS s, CAST(t AS DATE) AS dt, CAST(t AS TIMESTAMP(3)) AS t3, CAST(t AS TIMESTAMP(9)) AS t9
FROM (VALUES
  (1, 'true', '2', 'abc', '2024-01-02 03:04:05.123456789'),
  (1, 'true', '2', 'abc', '2024-01-02 03:04:05.123456789'),
  (1, 'false', '-5', '', '1969-12-31 23:59:59.999999999'),
  (1, CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING)),
  (2, CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING))) AS t (g, b, i, s, t);
CREATE TABLE mn (g INT, i1 TINYINT, i2 SMALLINT, i4 INT, i8 BIGINT, f FLOAT, d DOUBLE, p DECIMAL(38, 1), q DECIMAL(5, 2),
  s STRING, dt DATE, t3 TIMESTAMP(3), t9 TIMESTAMP(9)) WITH ('connector' = 'print', 'print-identifier' = 'min');
CREATE TABLE mx (g INT, i1 TINYINT, i2 SMALLINT, i4 INT, i8 BIGINT, f FLOAT, d DOUBLE, p DECIMAL(38, 1), q DECIMAL(5, 2),
  s STRING, dt DATE, t3 TIMESTAMP(3), t9 TIMESTAMP(9)) WITH ('connector' = 'print', 'print-identifier' = 'max');
CREATE TABLE su (g INT, i1 TINYINT, i2 SMALLINT, i4 INT, i8 BIGINT, f FLOAT, d DOUBLE, p DECIMAL(38, 1), q DECIMAL(38, 2)) WITH ('connector' = 'print', 'print-identifier' = 'sum');
CREATE TABLE av (g INT, i1 TINYINT, i2 SMALLINT, i4 INT, i8 BIGINT, f FLOAT, d DOUBLE, p DECIMAL(38, 6), q DECIMAL(38, 6)) WITH ('connector' = 'print', 'print-identifier' = 'avg');
CREATE TABLE cn (g INT, b BIGINT, i1 BIGINT, s BIGINT, c BIGINT, db BIGINT, di BIGINT, ds BIGINT, dd BIGINT, dt BIGINT, t3 BIGINT, t9 BIGINT, p BIGINT, q BIGINT, two BIGINT)
  WITH ('connector' = 'print', 'print-identifier' = 'count');
CREATE TABLE fl (g INT, a BIGINT, b BIGINT, c INT, d INT, e STRING, f BIGINT, h DOUBLE) WITH ('connector' = 'print', 'print-identifier' = 'filter');
INSERT INTO mn SELECT g, MIN(i1), MIN(i2), MIN(i4), MIN(i8), MIN(f), MIN(d), MIN(p), MIN(q), MIN(s), MIN(dt), MIN(t3), MIN(t9) FROM v GROUP BY g;
INSERT INTO mx SELECT g, MAX(i1), MAX(i2), MAX(i4), MAX(i8), MAX(f), MAX(d), MAX(p), MAX(q), MAX(s), MAX(dt), MAX(t3), MAX(t9) FROM v GROUP BY g;
INSERT INTO su SELECT g, SUM(i1), SUM(i2), SUM(i4), SUM(i8), SUM(f), SUM(d), SUM(p), SUM(q) FROM v GROUP BY g;
INSERT INTO av SELECT g, AVG(i1), AVG(i2), AVG(i4), AVG(i8), AVG(f), AVG(d), AVG(p), AVG(q) FROM v GROUP BY g;
INSERT INTO cn SELECT g, COUNT(b), COUNT(i1), COUNT(s), COUNT(c), COUNT(DISTINCT b), COUNT(DISTINCT i4), COUNT(DISTINCT s), COUNT(DISTINCT d),
  COUNT(DISTINCT dt), COUNT(DISTINCT t3), COUNT(DISTINCT t9), COUNT(DISTINCT p), COUNT(DISTINCT q), COUNT(DISTINCT c) FROM v GROUP BY g;
INSERT INTO fl SELECT g, COUNT(*) FILTER (WHERE b), COUNT(DISTINCT s) FILTER (WHERE i4 > 0), SUM(DISTINCT i4), SUM(i4) FILTER (WHERE b IS NULL),
  MAX(s) FILTER (WHERE NOT b), COUNT(DISTINCT i4) FILTER (WHERE b), AVG(DISTINCT d) FILTER (WHERE i4 <> 100) FROM v GROUP BY g;
--= min[1, -5, -5, -5, -5, -5.0, -5.0, -5.0, -5.00, , 1969-12-31, 1969-12-31T23:59:59.999, 1969-12-31T23:59:59.999999999]
--= min[2, null, null, null, null, null, null, null, null, null, null, null, null]
--= max[1, 2, 2, 2, 2, 2.0, 2.0, 2.0, 2.00, abc, 2024-01-02, 2024-01-02T03:04:05.123, 2024-01-02T03:04:05.123456789]
--= max[2, null, null, null, null, null, null, null, null, null, null, null, null]
--= sum[1, -1, -1, -1, -1, -1.0, -1.0, -1.0, -1.00]
--= sum[2, null, null, null, null, null, null, null, null]
--= avg[1, 0, 0, 0, 0, -0.33333334, -0.3333333333333333, -0.333333, -0.333333]
--= avg[2, null, null, null, null, null, null, null, null]
--= count[1, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
--= count[2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
--= filter[1, 2, 1, -3, null, , 1, -1.5]
--= filter[2, 0, 0, null, null, null, 0, null]
