-- the longest and least text of two keys, replaced at every row: the memory of old texts is used again
CREATE TABLE d (k BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '300000', 'fields.k.kind' = 'sequence',
  'fields.k.start' = '100000', 'fields.k.end' = '399999');
CREATE TABLE r (odd BIGINT, most STRING, least STRING, n BIGINT) WITH ('connector' = 'print');
SET 'table.exec.mini-batch.enabled' = 'false';

CREATE VIEW v AS SELECT MOD(k, 2) AS odd, 'number ' || CAST(k AS STRING) AS up, 'number ' || CAST(500000 - k AS STRING) AS down FROM d;
INSERT INTO r SELECT odd, most, least, n FROM (SELECT odd, MAX(up) AS most, MIN(down) AS least, COUNT(*) AS n FROM v GROUP BY odd) AS g WHERE n >= 149999;
--= [0, number 399998, number 100002, 150000]
--= [1, number 399999, number 100001, 150000]
