-- Recipe other-builtin-functions/04: other options of a table for one query.
CREATE TABLE buses (code CHAR(3), seats INT, longitude DOUBLE NULL) WITH (
  'connector' = 'datagen', 'number-of-rows' = '9',
  'fields.seats.kind' = 'sequence', 'fields.seats.start' = '1', 'fields.seats.end' = '9'
);
CREATE TABLE shown (seats INT, long_code BOOLEAN) WITH ('connector' = 'print');

INSERT INTO shown SELECT seats, CHAR_LENGTH(code) > 3 FROM buses /*+ OPTIONS('fields.seats.end' = '2') */;

--= [1, false]
--= [2, false]
