CREATE TABLE f (i INT) WITH (
  'connector' = 'filesystem',
  'path' = '/x',
  'format' = 'csv',
  'csv.ignore-parse-errors' = 'yes'
);
