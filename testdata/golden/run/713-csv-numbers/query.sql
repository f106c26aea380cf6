-- Numbers are trimmed and may have a sign; DOUBLE takes exponent, NaN and Infinity
CREATE TABLE t (
  i INT,
  b BIGINT,
  d DOUBLE,
  e DOUBLE,
  m DECIMAL(6,2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  i INT,
  b BIGINT,
  d DOUBLE,
  e DOUBLE,
  m DECIMAL(6, 2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
