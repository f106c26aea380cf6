-- A short text whose exponent drops more than 18 digits is no DECIMAL of up to 18 digits, not even zero
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  m DECIMAL(10, 2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(s AS DECIMAL(10, 2)) FROM t;
