-- IN compares in the common type: DECIMAL with INT, CHAR of other length
CREATE TABLE t (
  d DECIMAL(4,2),
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  i BOOLEAN,
  j BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT d IN (1, 2.5) AS i, s IN ('a', 'abc') AS j FROM t;
