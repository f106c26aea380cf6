-- IS [NOT] DISTINCT FROM treats two NULLs as equal and never answers NULL
CREATE TABLE t (
  a INT,
  b INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a INT,
  b INT,
  d BOOLEAN,
  n BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a, b, a IS DISTINCT FROM b AS d, a IS NOT DISTINCT FROM b AS n FROM t;
