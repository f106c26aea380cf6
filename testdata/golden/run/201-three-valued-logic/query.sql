-- AND, OR and NOT over TRUE, FALSE and NULL give the full truth tables
CREATE TABLE t (
  a BOOLEAN,
  b BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a BOOLEAN,
  b BOOLEAN,
  c BOOLEAN,
  d BOOLEAN,
  n BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a, b, a AND b AS c, a OR b AS d, NOT a AS n FROM t;
