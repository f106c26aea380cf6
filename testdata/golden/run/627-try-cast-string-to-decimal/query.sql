-- A string to DECIMAL: blanks, signs, exponents, and what Flink makes of text that is no number
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  m DECIMAL(10, 2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, TRY_CAST(s AS DECIMAL(10,2)) AS m FROM t;
