-- SUM and AVG of FLOAT and DOUBLE keep the type
CREATE TABLE t (
  f FLOAT,
  d DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  sf FLOAT,
  sd DOUBLE,
  af FLOAT,
  ad DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT SUM(f) AS sf, SUM(d) AS sd, AVG(f) AS af, AVG(d) AS ad FROM t;
