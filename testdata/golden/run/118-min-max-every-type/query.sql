-- MIN and MAX order each type by its own order: numbers by value, strings by bytes, false first
CREATE TABLE t (
  b BOOLEAN,
  i INT,
  d DECIMAL(6,2),
  f DOUBLE,
  s STRING,
  a DATE,
  z TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE lo (
  b BOOLEAN,
  i INT,
  d DECIMAL(6, 2),
  f DOUBLE,
  s STRING,
  a DATE,
  z TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'min'
);
CREATE TABLE hi (
  b BOOLEAN,
  i INT,
  d DECIMAL(6, 2),
  f DOUBLE,
  s STRING,
  a DATE,
  z TIMESTAMP(3)
) WITH (
  'connector' = 'print',
  'print-identifier' = 'max'
);

EXECUTE STATEMENT SET BEGIN
INSERT INTO lo
SELECT MIN(b) AS b, MIN(i) AS i, MIN(d) AS d, MIN(f) AS f, MIN(s) AS s, MIN(a) AS a, MIN(z) AS z
FROM t;
INSERT INTO hi
SELECT MAX(b) AS b, MAX(i) AS i, MAX(d) AS d, MAX(f) AS f, MAX(s) AS s, MAX(a) AS a, MAX(z) AS z
FROM t;
END;
