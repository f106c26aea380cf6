-- Recipe foundations/01: a table of made-up rows, read whole. All recipes are named after those of
-- github.com/ververica/flink-sql-cookbook, whose subjects they have; the statements are our own.
CREATE TABLE parcels (
  parcel BIGINT,
  shelf BIGINT
) WITH (
  'connector' = 'datagen',
  'fields.parcel.kind' = 'sequence', 'fields.parcel.start' = '1', 'fields.parcel.end' = '3',
  'fields.shelf.kind' = 'sequence', 'fields.shelf.start' = '11', 'fields.shelf.end' = '13'
);
CREATE TABLE shown (parcel BIGINT, shelf BIGINT) WITH ('connector' = 'print');

INSERT INTO shown SELECT * FROM parcels;

--= [1, 11]
--= [2, 12]
--= [3, 13]
