-- AVG of integers keeps the type and truncates toward zero
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

INSERT INTO r SELECT AVG(a) AS a, AVG(b) AS b, AVG(c) AS c, AVG(d) AS d FROM t;
