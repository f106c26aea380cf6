-- The first TRUE branch of a searched CASE counts; UNKNOWN is passed over; no ELSE gives NULL
CREATE TABLE t (
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  v INT,
  a VARCHAR(6),
  b INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT v,
  CASE WHEN v < 10 THEN 'low' WHEN v < 20 THEN 'middle' ELSE 'high' END AS a,
  CASE WHEN v < 10 THEN 1 WHEN v < 20 THEN 2 END AS b
FROM t;
