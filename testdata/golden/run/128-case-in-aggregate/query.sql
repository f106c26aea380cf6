-- SUM over CASE counts by condition; a CASE without ELSE gives NULL, which SUM skips
CREATE TABLE t (
  k STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  pos INT,
  neg INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT k, SUM(CASE WHEN v > 0 THEN v ELSE 0 END) AS pos, SUM(CASE WHEN v < 0 THEN v END) AS neg
FROM t GROUP BY k;
