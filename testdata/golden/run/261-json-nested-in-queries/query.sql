-- JSON text that a query below has made is inserted as it is, unless its rows were grouped
CREATE TABLE t (
  i INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE VIEW v AS SELECT i, JSON_OBJECT('i' VALUE i) AS o, s FROM t;
CREATE TABLE r (
  way STRING,
  o STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT 'view', JSON_OBJECT('o' VALUE o) FROM v;
INSERT INTO r
SELECT 'query', JSON_ARRAY(o, s) FROM (SELECT o, s, i FROM v WHERE i > 1) AS q WHERE i < 4;
INSERT INTO r
SELECT 'union', JSON_ARRAY(o) FROM (SELECT o FROM v WHERE i = 1 UNION ALL SELECT JSON_ARRAY(i) FROM v WHERE i = 2) AS q;
INSERT INTO r
SELECT 'distinct', JSON_ARRAY(o) FROM (SELECT DISTINCT o FROM v) AS q;
INSERT INTO r
SELECT 'group', JSON_ARRAY(o) FROM v GROUP BY o;
