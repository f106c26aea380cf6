-- A number out of the type's range fails the job when cast from a string
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a TINYINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT CAST(s AS TINYINT) AS a FROM t;
