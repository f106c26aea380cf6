-- EXTRACT and its short forms give BIGINT; WEEK is ISO, DOW begins on Sunday with 1
CREATE TABLE t (
  z TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  y BIGINT,
  q BIGINT,
  m BIGINT,
  w BIGINT,
  d BIGINT,
  dow BIGINT,
  doy BIGINT,
  h BIGINT,
  mi BIGINT,
  s BIGINT,
  ms BIGINT,
  ep BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT EXTRACT(YEAR FROM z) AS y, EXTRACT(QUARTER FROM z) AS q, EXTRACT(MONTH FROM z) AS m,
  EXTRACT(WEEK FROM z) AS w, EXTRACT(DAY FROM z) AS d, EXTRACT(DOW FROM z) AS dow,
  EXTRACT(DOY FROM z) AS doy, EXTRACT(HOUR FROM z) AS h, EXTRACT(MINUTE FROM z) AS mi,
  EXTRACT(SECOND FROM z) AS s, EXTRACT(MILLISECOND FROM z) AS ms, EXTRACT(EPOCH FROM z) AS ep
FROM t;
