-- Integers are TRUE unless 0; strings t, true, y, yes, 1 and their opposites in any case
CREATE TABLE t (
  i INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a BOOLEAN,
  s STRING,
  b BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(i AS BOOLEAN) AS a, s, CAST(s AS BOOLEAN) AS b FROM t;
