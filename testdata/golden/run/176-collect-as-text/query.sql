-- the text of a COLLECT has the order of Flink's own map, what print shows that of Java's
CREATE TABLE t (
  k INT,
  g STRING,
  i INT,
  f DOUBLE,
  h FLOAT,
  d DECIMAL(10, 2),
  s STRING,
  ts TIMESTAMP(3),
  dt DATE,
  b BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r WITH ('connector' = 'print', 'print-identifier' = 'r') AS
SELECT CAST(COLLECT(s) AS STRING) AS a, COLLECT(s) AS m FROM t;
