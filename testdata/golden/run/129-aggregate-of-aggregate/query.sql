-- An aggregate above an aggregate takes back the old value of a group before it adds the new
CREATE TABLE t (
  g STRING,
  k STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  g STRING,
  s INT,
  n BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT g, SUM(m) AS s, COUNT(*) AS n
FROM (SELECT g, k, MAX(v) AS m FROM t GROUP BY g, k) GROUP BY g;
