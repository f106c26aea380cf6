-- TIMESTAMPDIFF is the second minus the first, in whole units cut toward zero; TIMESTAMPADD adds
CREATE TABLE t (
  a TIMESTAMP(3),
  b TIMESTAMP(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s INT,
  h INT,
  d INT,
  m INT,
  y INT,
  n TIMESTAMP(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT TIMESTAMPDIFF(SECOND, a, b) AS s, TIMESTAMPDIFF(HOUR, a, b) AS h, TIMESTAMPDIFF(DAY, a,
  b) AS d,
  TIMESTAMPDIFF(MONTH, a, b) AS m, TIMESTAMPDIFF(YEAR, a, b) AS y, TIMESTAMPADD(MONTH, 1, a) AS n
FROM t;
