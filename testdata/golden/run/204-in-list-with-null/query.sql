-- IN is UNKNOWN when the value is not found and the list holds NULL; NOT IN likewise
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
  plain BOOLEAN,
  not_plain BOOLEAN,
  with_null BOOLEAN,
  not_with_null BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT v,
  v IN (1, 3) AS plain,
  v NOT IN (1, 3) AS not_plain,
  v IN (1, CAST(NULL AS INT)) AS with_null,
  v NOT IN (1, CAST(NULL AS INT)) AS not_with_null
FROM t;
