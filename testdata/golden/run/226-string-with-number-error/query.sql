-- A string column compared with a number by = is refused
CREATE TABLE t (
  i INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  i INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT i FROM t WHERE s = i;
