-- keys that functions return: a part of their argument, under both declarations, and new memory each time
CREATE FUNCTION part(s STRING) RETURNS STRING LANGUAGE GO AS './udf.Prefix';
CREATE FUNCTION part_borrowed(s STRING) RETURNS STRING LANGUAGE GO WITH ('strings' = 'borrowed') AS './udf.Prefix';
CREATE FUNCTION fresh(s STRING) RETURNS STRING LANGUAGE GO AS './udf.Fresh';
CREATE FUNCTION fresh_borrowed(s STRING) RETURNS STRING LANGUAGE GO WITH ('strings' = 'borrowed') AS './udf.Fresh';
CREATE TABLE t (a STRING, b STRING) WITH ('connector' = 'filesystem', 'path' = '${HERE}/in/words.csv', 'format' = 'csv');
CREATE TABLE r (how STRING, keys BIGINT, n BIGINT) WITH ('connector' = 'print');
CREATE TABLE p (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'part');
CREATE TABLE pb (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'borrowed');
CREATE TABLE f (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'fresh');
CREATE TABLE fb (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'fresh borrowed');
CREATE TABLE twice (k STRING, n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'twice');
INSERT INTO p SELECT part(a), COUNT(*) FROM t GROUP BY part(a);
INSERT INTO pb SELECT part_borrowed(a), COUNT(*) FROM t GROUP BY part_borrowed(a);
INSERT INTO f SELECT fresh(b), COUNT(*) FROM t GROUP BY fresh(b);
INSERT INTO fb SELECT fresh_borrowed(b), COUNT(*) FROM t GROUP BY fresh_borrowed(b);
INSERT INTO twice SELECT part(fresh_borrowed(part_borrowed(a))), COUNT(*) FROM t GROUP BY part(fresh_borrowed(part_borrowed(a)));
--= part[p0, 1000]
--= part[p1, 1000]
--= part[p2, 1000]
--= borrowed[p0, 1000]
--= borrowed[p1, 1000]
--= borrowed[p2, 1000]
--= twice[p0, 1000]
--= twice[p1, 1000]
--= twice[p2, 1000]
--= fresh[b0, 600]
--= fresh[b1, 600]
--= fresh[b2, 600]
--= fresh[b3, 600]
--= fresh[b4, 600]
--= fresh borrowed[b0, 600]
--= fresh borrowed[b1, 600]
--= fresh borrowed[b2, 600]
--= fresh borrowed[b3, 600]
--= fresh borrowed[b4, 600]
