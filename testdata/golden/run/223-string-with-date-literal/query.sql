-- A string literal beside a DATE or TIMESTAMP column is read as that type
CREATE TABLE t (
  d DATE,
  z TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a BOOLEAN,
  b BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT d = '2020-01-02' AS a, z > '2020-12-31 00:00:00' AS b FROM t;
