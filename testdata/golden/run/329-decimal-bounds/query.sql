-- Products and sums of integers and literals are exact up to the ends of their types
CREATE TABLE t (
  b BIGINT,
  i INT,
  d DECIMAL(10, 4),
  e DECIMAL(18, 2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  rate DECIMAL(23, 3),
  narrow DECIMAL(21, 3),
  least DECIMAL(22, 3),
  negative DECIMAL(30, 2),
  wide DECIMAL(38, 4),
  rounded DECIMAL(20, 0),
  summed DECIMAL(25, 3),
  difference DECIMAL(25, 3),
  squared DECIMAL(20, 8),
  cubed DECIMAL(38, 6),
  above BOOLEAN,
  below BOOLEAN,
  same BOOLEAN,
  mixed BOOLEAN,
  negated DECIMAL(30, 3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT 0.908 * b, 0.908 * b, 0.908 * b, -12.34 * b, b * e, CAST(0.908 * b AS DECIMAL(20, 0)),
  0.908 * b + 1.5, 0.908 * b - i, d * d, e * e * e,
  0.908 * b > 1000000, 0.908 * b < 50000000.5, 0.5 * i = 2, d * 2 <= e, -(0.908 * b)
FROM t;
