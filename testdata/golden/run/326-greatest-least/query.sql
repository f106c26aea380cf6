-- GREATEST and LEAST are NULL when any argument is
CREATE TABLE t (
  a INT,
  b INT,
  c INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  g INT,
  l INT,
  s CHAR(1)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT GREATEST(a, b, c) AS g, LEAST(a, b, c) AS l, GREATEST('a', 'b') AS s FROM t;
