-- GROUP BY of every type alone, and of all together, with NULLs. -0.0 and 0.0 are different keys, NaN is one.
CREATE VIEW v AS SELECT CAST(b AS BOOLEAN) AS b, CAST(i AS TINYINT) AS i1, CAST(i AS SMALLINT) AS i2, CAST(i AS INT) AS i4,
  CAST(i AS BIGINT) AS i8, CAST(f AS FLOAT) AS f, CAST(f AS DOUBLE) AS d, CAST(i AS DECIMAL(38, 10)) AS p, CAST(i AS DECIMAL(5, 2)) AS q,
  CAST(s AS CHAR(3)) AS c, CAST(s AS STRING) AS s, CAST(t AS DATE) AS dt, CAST(t AS TIMESTAMP(3)) AS t3, CAST(t AS TIMESTAMP(9)) AS t9
FROM (VALUES
  ('true', '1', 'NaN', 'abc', '2024-01-02 03:04:05.123456789'),
  ('true', '1', 'NaN', 'abc', '2024-01-02 03:04:05.123456789'),
  ('false', '-1', '0.5', '', '1969-12-31 23:59:59.999999999'),
  (CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING)),
  (CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS STRING))) AS t (b, i, f, s, t);
CREATE TABLE b (k BOOLEAN, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'b');
CREATE TABLE i1 (k TINYINT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'i1');
CREATE TABLE i2 (k SMALLINT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'i2');
CREATE TABLE i4 (k INT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'i4');
CREATE TABLE i8 (k BIGINT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'i8');
CREATE TABLE f (k FLOAT, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'f');
CREATE TABLE d (k DOUBLE, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'd');
CREATE TABLE p (k DECIMAL(38, 10), n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'p');
CREATE TABLE q (k DECIMAL(5, 2), n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'q');
CREATE TABLE c (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'c');
CREATE TABLE s (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 's');
CREATE TABLE dt (k DATE, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'dt');
CREATE TABLE t3 (k TIMESTAMP(3), n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 't3');
CREATE TABLE t9 (k TIMESTAMP(9), n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 't9');
CREATE TABLE al (b BOOLEAN, i1 TINYINT, i2 SMALLINT, i4 INT, i8 BIGINT, f FLOAT, d DOUBLE, p DECIMAL(38, 10), q DECIMAL(5, 2),
  c STRING, s STRING, dt DATE, t3 TIMESTAMP(3), t9 TIMESTAMP(9), n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'all');
INSERT INTO b SELECT b, COUNT(*) FROM v GROUP BY b;
INSERT INTO i1 SELECT i1, COUNT(*) FROM v GROUP BY i1;
INSERT INTO i2 SELECT i2, COUNT(*) FROM v GROUP BY i2;
INSERT INTO i4 SELECT i4, COUNT(*) FROM v GROUP BY i4;
INSERT INTO i8 SELECT i8, COUNT(*) FROM v GROUP BY i8;
INSERT INTO f SELECT f, COUNT(*) FROM v GROUP BY f;
INSERT INTO d SELECT d, COUNT(*) FROM v GROUP BY d;
INSERT INTO p SELECT p, COUNT(*) FROM v GROUP BY p;
INSERT INTO q SELECT q, COUNT(*) FROM v GROUP BY q;
INSERT INTO c SELECT c, COUNT(*) FROM v GROUP BY c;
INSERT INTO s SELECT s, COUNT(*) FROM v GROUP BY s;
INSERT INTO dt SELECT dt, COUNT(*) FROM v GROUP BY dt;
INSERT INTO t3 SELECT t3, COUNT(*) FROM v GROUP BY t3;
INSERT INTO t9 SELECT t9, COUNT(*) FROM v GROUP BY t9;
INSERT INTO al SELECT b, i1, i2, i4, i8, f, d, p, q, c, s, dt, t3, t9, COUNT(*) FROM v GROUP BY b, i1, i2, i4, i8, f, d, p, q, c, s, dt, t3, t9;
--= b[true, 2]
--= b[false, 1]
--= b[null, 2]
--= i1[1, 2]
--= i1[-1, 1]
--= i1[null, 2]
--= i2[1, 2]
--= i2[-1, 1]
--= i2[null, 2]
--= i4[1, 2]
--= i4[-1, 1]
--= i4[null, 2]
--= i8[1, 2]
--= i8[-1, 1]
--= i8[null, 2]
--= f[NaN, 2]
--= f[0.5, 1]
--= f[null, 2]
--= d[NaN, 2]
--= d[0.5, 1]
--= d[null, 2]
--= p[1.0000000000, 2]
--= p[-1.0000000000, 1]
--= p[null, 2]
--= q[1.00, 2]
--= q[-1.00, 1]
--= q[null, 2]
--= c[abc, 2]
--= c[   , 1]
--= c[null, 2]
--= s[abc, 2]
--= s[, 1]
--= s[null, 2]
--= dt[2024-01-02, 2]
--= dt[1969-12-31, 1]
--= dt[null, 2]
--= t3[2024-01-02T03:04:05.123, 2]
--= t3[1969-12-31T23:59:59.999, 1]
--= t3[null, 2]
--= t9[2024-01-02T03:04:05.123456789, 2]
--= t9[1969-12-31T23:59:59.999999999, 1]
--= t9[null, 2]
--= all[true, 1, 1, 1, 1, NaN, NaN, 1.0000000000, 1.00, abc, abc, 2024-01-02, 2024-01-02T03:04:05.123, 2024-01-02T03:04:05.123456789, 2]
--= all[false, -1, -1, -1, -1, 0.5, 0.5, -1.0000000000, -1.00,    , , 1969-12-31, 1969-12-31T23:59:59.999, 1969-12-31T23:59:59.999999999, 1]
--= all[null, null, null, null, null, null, null, null, null, null, null, null, null, null, 2]
