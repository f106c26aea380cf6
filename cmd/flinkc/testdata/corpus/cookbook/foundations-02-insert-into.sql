-- Recipe foundations/02: some lines of a log go to another table, chosen by a pattern.
CREATE TABLE visits (n INT) WITH (
  'connector' = 'datagen', 'fields.n.kind' = 'sequence', 'fields.n.start' = '399', 'fields.n.end' = '404'
);
CREATE TABLE mistakes (line STRING, status STRING) WITH ('connector' = 'print');

INSERT INTO mistakes
SELECT 'GET /page' || CAST(n AS STRING), CAST(n AS STRING)
FROM visits
WHERE CAST(n AS STRING) SIMILAR TO '4[0-9][1-3]';

--= [GET /page401, 401]
--= [GET /page402, 402]
--= [GET /page403, 403]
