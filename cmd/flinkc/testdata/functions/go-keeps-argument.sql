-- text that a function keeps must not change later, whatever is read into the same memory
CREATE FUNCTION keeping(s STRING) RETURNS BOOLEAN LANGUAGE GO NOT DETERMINISTIC AS './udf.Keeping';
CREATE TABLE t (a STRING, b STRING) WITH ('connector' = 'filesystem', 'path' = '${HERE}/in/words.csv', 'format' = 'csv');
CREATE TABLE r (same BOOLEAN, n BIGINT) WITH ('connector' = 'print');
INSERT INTO r SELECT keeping(a || b) AND keeping(b) AND keeping(UPPER(a)), COUNT(*) FROM t GROUP BY keeping(a || b) AND keeping(b) AND keeping(UPPER(a));
--= [true, 3000]
