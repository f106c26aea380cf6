-- TO_DATE without a pattern is NULL for what it cannot read; with one days may overflow the month
CREATE TABLE t (
  a STRING,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a STRING,
  x DATE,
  b STRING,
  y DATE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a, TO_DATE(a) AS x, b, TO_DATE(b, 'dd.MM.yyyy') AS y FROM t;
