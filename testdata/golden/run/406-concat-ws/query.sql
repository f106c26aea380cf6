-- CONCAT_WS skips NULL parts, keeps empty ones, and is NULL for a NULL separator
CREATE TABLE t (
  sep STRING,
  a STRING,
  b STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  c STRING,
  d STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CONCAT_WS(sep, a, b, 'z') AS c, CONCAT_WS(sep, a, b) AS d FROM t;
