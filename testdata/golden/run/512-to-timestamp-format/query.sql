-- TO_TIMESTAMP with a pattern; missing fields are those of 1970-01-01 00:00:00
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
  x TIMESTAMP(3),
  y TIMESTAMP(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT TO_TIMESTAMP(a, 'dd/MM/yyyy HH:mm') AS x, TO_TIMESTAMP(b, 'yyyyMMdd') AS y
FROM t;
