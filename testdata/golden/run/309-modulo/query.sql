-- MOD has the type of its second argument, and the sign of the first
CREATE TABLE t (
  a INT,
  b SMALLINT,
  c BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  x SMALLINT,
  y INT,
  z BIGINT,
  w SMALLINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT MOD(a, b) AS x, MOD(c, a) AS y, MOD(a, c) AS z, a % b AS w FROM t;
