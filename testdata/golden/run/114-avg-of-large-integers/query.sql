-- AVG of INT sums wider than INT; AVG of BIGINT wraps like its sum
CREATE TABLE t (
  c INT,
  d BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  c INT,
  d BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT AVG(c) AS c, AVG(d) AS d FROM t;
