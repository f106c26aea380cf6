-- DATE and TIMESTAMP columns read java.sql forms; digits beyond the precision are kept
CREATE TABLE t (
  d DATE,
  a TIMESTAMP(3),
  b TIMESTAMP(9)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  d DATE,
  a TIMESTAMP(3),
  b TIMESTAMP(9)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
