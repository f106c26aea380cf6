-- UNION ALL of inputs of which only some columns can be NULL, before a group and straight into a sink
CREATE TABLE r (id STRING, a BIGINT, s STRING, n BIGINT) WITH ('connector' = 'print');
CREATE VIEW u AS
  SELECT 1 AS a, 'x' AS s FROM (VALUES (1)) AS t (z)
  UNION ALL SELECT CAST(NULL AS INT), s FROM (VALUES ('y'), (CAST(NULL AS STRING))) AS t (s)
  UNION ALL SELECT a, 'x' FROM (VALUES (1), (2)) AS t (a);
INSERT INTO r SELECT 'plain', a, s, 0 FROM u;
INSERT INTO r SELECT 'grouped', a, s, COUNT(*) FROM u GROUP BY a, s;
INSERT INTO r SELECT 'by text', 0, s, COUNT(a) FROM u GROUP BY s;
--= [plain, 1, x, 0]
--= [plain, null, y, 0]
--= [plain, null, null, 0]
--= [plain, 1, x, 0]
--= [plain, 2, x, 0]
--= [grouped, 1, x, 2]
--= [grouped, 2, x, 1]
--= [grouped, null, y, 1]
--= [grouped, null, null, 1]
--= [by text, 0, x, 3]
--= [by text, 0, y, 0]
--= [by text, 0, null, 0]
