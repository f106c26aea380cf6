-- A SELECT without FROM is one row
CREATE TABLE r (
  a INT,
  b CHAR(1),
  c INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT 1 AS a, 'x' AS b, 2 * 3 AS c;
