-- groups that go by the thousand, under keys of every shape: what is left is right, after the tables were swept
SET 'table.exec.mini-batch.enabled' = 'false';
CREATE TABLE numbers (id BIGINT) WITH ('connector' = 'datagen', 'fields.id.kind' = 'sequence', 'fields.id.start' = '1', 'fields.id.end' = '20000');
CREATE VIEW sums AS SELECT MOD(id, 5000) AS k, SUM(id) AS s FROM numbers GROUP BY MOD(id, 5000);
CREATE TABLE r (keys BIGINT, c BIGINT, s BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'integers');
CREATE TABLE x (keys BIGINT, c BIGINT, s BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'texts');
CREATE TABLE y (keys BIGINT, c BIGINT, s BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'composites');
CREATE TABLE z (keys BIGINT, c BIGINT, s BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'distinct');
CREATE TABLE n (keys BIGINT, c BIGINT, s BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'nulls');
INSERT INTO r SELECT COUNT(*), SUM(c), SUM(s) FROM (SELECT s, COUNT(*) AS c FROM sums GROUP BY s);
INSERT INTO x SELECT COUNT(*), SUM(c), SUM(CAST(s AS BIGINT)) FROM (SELECT s, COUNT(*) AS c FROM (SELECT CAST(s AS STRING) AS s FROM sums) GROUP BY s);
INSERT INTO y SELECT COUNT(*), SUM(c), SUM(s) FROM (SELECT s, MOD(s, 7) AS m, COUNT(*) AS c FROM sums GROUP BY s, MOD(s, 7));
INSERT INTO z SELECT COUNT(DISTINCT s), COUNT(*), SUM(DISTINCT s) FROM sums;
INSERT INTO n SELECT COUNT(*), SUM(c), SUM(s) FROM (SELECT s, COUNT(*) AS c FROM (SELECT CASE WHEN s > 19000 THEN s END AS s FROM sums) GROUP BY s);
--= integers[5000, 5000, 200010000]
--= texts[5000, 5000, 200010000]
--= composites[5000, 5000, 200010000]
--= distinct[5000, 5000, 200010000]
--= nulls[5000, 5000, 200010000]
