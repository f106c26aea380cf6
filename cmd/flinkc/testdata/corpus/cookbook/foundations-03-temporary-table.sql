-- Recipe foundations/03: tables that are in no catalog.
CREATE TEMPORARY TABLE visits (n INT, address STRING) WITH (
  'connector' = 'datagen', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '2'
);
CREATE TEMPORARY TABLE seen (n INT, has_ip BOOLEAN) WITH ('connector' = 'print');

INSERT INTO seen SELECT n, address IS NOT NULL FROM visits;

--= [1, true]
--= [2, true]
