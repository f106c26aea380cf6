-- MIN and MAX compare with < and >, so NaN replaces no value; a SUM with NaN stays NaN
CREATE TABLE t (
  d DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  lo DOUBLE,
  hi DOUBLE,
  s DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT MIN(d) AS lo, MAX(d) AS hi, SUM(d) AS s FROM t;
