-- number-of-rows ends a datagen table of random fields after so many rows
CREATE TABLE t (
  id INT,
  s STRING
) WITH (
  'connector' = 'datagen',
  'number-of-rows' = '5',
  'fields.id.min' = '1',
  'fields.id.max' = '1',
  'fields.s.length' = '3'
);
CREATE TABLE r (
  id INT,
  n INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT id, CHAR_LENGTH(s) AS n FROM t;
