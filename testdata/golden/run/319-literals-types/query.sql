-- Number literals: INT, BIGINT, DECIMAL by their digits, DOUBLE with an exponent
CREATE TABLE r (
  i INT,
  b BIGINT,
  huge BIGINT,
  d DECIMAL(3, 2),
  h DECIMAL(1, 1),
  k DECIMAL(4, 3),
  e DOUBLE,
  m DOUBLE,
  n INT,
  t BOOLEAN,
  s CHAR(4)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT 1 AS i, 2147483648 AS b, 9223372036854775807 AS huge, 1.50 AS d, .5 AS h, 0.908 AS k,
  1e2 AS e, 1.5E-3 AS m, -2147483648 AS n, TRUE AS t, 'it''s' AS s;
