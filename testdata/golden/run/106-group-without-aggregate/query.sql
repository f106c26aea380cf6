-- GROUP BY without an aggregate emits each key once
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
  k STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT k FROM t GROUP BY k;
