-- Integer operators give the wider type; / truncates toward zero
CREATE TABLE t (
  a TINYINT,
  b SMALLINT,
  c INT,
  d BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  p SMALLINT,
  m INT,
  x BIGINT,
  q SMALLINT,
  e BIGINT,
  n TINYINT,
  u INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a + b AS p, a - c AS m, c * d AS x, a / b AS q, c / d AS e, -a AS n, +c AS u
FROM t;
