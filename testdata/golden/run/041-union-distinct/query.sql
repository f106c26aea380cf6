-- UNION leaves equal rows out, NULLs being equal
CREATE TABLE t (
  a INT,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE u (
  a INT,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/u.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a INT,
  b STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);
CREATE TABLE q (
  a BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'q'
);

INSERT INTO r SELECT a, b FROM t UNION SELECT a, b FROM u;
INSERT INTO q SELECT a FROM t UNION SELECT CAST(a AS BIGINT) FROM u UNION DISTINCT VALUES (CAST(7 AS BIGINT));
