-- COUNT(DISTINCT a, b) is refused in streaming mode
CREATE TABLE t (
  s STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  n BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT COUNT(DISTINCT s, v) AS n FROM t;
