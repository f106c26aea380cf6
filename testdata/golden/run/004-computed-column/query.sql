-- A computed column is an expression over physical columns; the file does not hold it, star does
CREATE TABLE t (
  a INT,
  area AS a * b,
  b INT,
  label AS CONCAT('w', CAST(a AS STRING))
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a INT,
  area INT,
  b INT,
  label STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t WHERE area IS NULL OR area > 0;
