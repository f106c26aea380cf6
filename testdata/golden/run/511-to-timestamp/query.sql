-- TO_TIMESTAMP gives TIMESTAMP(3) and NULL for what it cannot read
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  a TIMESTAMP(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, TO_TIMESTAMP(s) AS a FROM t;
