-- A DECIMAL column rounds half up to its scale; too large a number is NULL
CREATE TABLE t (
  m DECIMAL(5,2)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  m DECIMAL(5, 2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
