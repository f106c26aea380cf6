-- Days and seconds add exactly; months clamp to the last day of the month
CREATE TABLE t (
  d DATE,
  z TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a DATE,
  b DATE,
  c DATE,
  e TIMESTAMP(3),
  f TIMESTAMP(3),
  g TIMESTAMP(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT d + INTERVAL '1' DAY AS a, d + INTERVAL '1' MONTH AS b, d - INTERVAL '1' YEAR AS c,
  z + INTERVAL '1' SECOND AS e, z - INTERVAL '1' MONTH AS f,
  z + INTERVAL '1 02:03:04.005' DAY TO SECOND AS g
FROM t;
