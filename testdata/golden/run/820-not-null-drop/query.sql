-- With the not-null enforcer on DROP a row with NULL for a NOT NULL column is left out
SET 'table.exec.sink.not-null-enforcer' = 'DROP';
CREATE TABLE t (
  a INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  a INT NOT NULL,
  s STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT a, s FROM t;
