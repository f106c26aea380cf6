-- FLOOR and CEIL of a TIMESTAMP or DATE go to the unit's border
CREATE TABLE t (
  z TIMESTAMP(3),
  d DATE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  h TIMESTAMP(3),
  m TIMESTAMP(3),
  dd TIMESTAMP(3),
  mo TIMESTAMP(3),
  y TIMESTAMP(3),
  dm DATE,
  dy DATE
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT FLOOR(z TO HOUR) AS h, CEIL(z TO MINUTE) AS m, FLOOR(z TO DAY) AS dd,
  FLOOR(z TO MONTH) AS mo,
  CEIL(z TO YEAR) AS y, FLOOR(d TO MONTH) AS dm, CEIL(d TO YEAR) AS dy
FROM t;
