-- DATE and TIMESTAMP literals; the precision of TIMESTAMP is the number of digits written
CREATE TABLE r (
  d DATE,
  a TIMESTAMP(0),
  b TIMESTAMP(2),
  c TIMESTAMP(6)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT DATE '2020-02-29' AS d, TIMESTAMP '2020-01-01 00:00:00' AS a,
  TIMESTAMP '2020-01-01 01:02:03.45' AS b, TIMESTAMP '9999-12-31 23:59:59.999999' AS c;
