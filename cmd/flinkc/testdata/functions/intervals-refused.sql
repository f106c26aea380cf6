-- Flink has no aggregates of intervals but those that take any value, and no table with such columns.
CREATE TABLE o (n BIGINT) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT INTERVAL '1' DAY AS d;
CREATE TABLE t WITH ('connector' = 'print') AS SELECT d FROM v;
CREATE TABLE i (d INTERVAL DAY) WITH ('connector' = 'print');
INSERT INTO o SELECT CAST(CAST(MAX(d) AS STRING) AS BIGINT) FROM v;
INSERT INTO o SELECT CAST(CAST(SUM(d) AS STRING) AS BIGINT) FROM v;
--? columns of type INTERVAL DAY(2)
--? MAX
--? SUM
