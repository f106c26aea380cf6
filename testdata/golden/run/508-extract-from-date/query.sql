-- EXTRACT from a DATE, and YEAR(), MONTH(), DAYOFMONTH(), DAYOFWEEK(), DAYOFYEAR(), WEEK()
CREATE TABLE t (
  d DATE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  y BIGINT,
  m BIGINT,
  dm BIGINT,
  dw BIGINT,
  dy BIGINT,
  w BIGINT,
  q BIGINT,
  iso BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT EXTRACT(YEAR FROM d) AS y, MONTH(d) AS m, DAYOFMONTH(d) AS dm, DAYOFWEEK(d) AS dw,
  DAYOFYEAR(d) AS dy, WEEK(d) AS w, QUARTER(d) AS q, EXTRACT(ISODOW FROM d) AS iso
FROM t;
