-- A print sink with a primary key takes the changes of an aggregate over that key
CREATE TABLE t (
  k STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  k STRING,
  s INT,
  PRIMARY KEY (k) NOT ENFORCED
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT k, SUM(v) FROM t GROUP BY k;
