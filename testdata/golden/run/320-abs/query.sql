-- ABS keeps the type; the least integer wraps to itself
CREATE TABLE t (
  a TINYINT,
  b INT,
  c BIGINT,
  d DECIMAL(5,2),
  e DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a TINYINT,
  b INT,
  c BIGINT,
  d DECIMAL(5, 2),
  e DOUBLE
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT ABS(a) AS a, ABS(b) AS b, ABS(c) AS c, ABS(d) AS d, ABS(e) AS e FROM t;
