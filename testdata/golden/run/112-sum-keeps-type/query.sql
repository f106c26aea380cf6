-- SUM of an integer type keeps the type and wraps at its border
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
  a TINYINT,
  b SMALLINT,
  c INT,
  d BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT SUM(a) AS a, SUM(b) AS b, SUM(c) AS c, SUM(d) AS d FROM t;
