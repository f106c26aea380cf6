-- INT into a STRING column is refused
CREATE TABLE t (
  a INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a FROM t;
