-- The least integer divided by -1 wraps to itself
CREATE TABLE t (
  a TINYINT,
  c INT,
  d BIGINT,
  m INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a INT,
  c INT,
  d BIGINT,
  e INT,
  f INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a / m AS a, c / m AS c, d / m AS d, MOD(c, m) AS e, MOD(d, m) AS f FROM t;
