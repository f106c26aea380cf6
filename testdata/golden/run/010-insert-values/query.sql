-- INSERT INTO .. VALUES inserts the rows in order and casts them to the sink's types
CREATE TABLE r (
  a BIGINT,
  b STRING,
  c DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r VALUES (1, 'x', 1.5), (2, 'yy', 2), (3, CAST(NULL AS STRING), 1e3);
