-- A number to TIMESTAMP is refused
CREATE TABLE t (
  i BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  z TIMESTAMP(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(i AS TIMESTAMP(3)) AS z FROM t;
