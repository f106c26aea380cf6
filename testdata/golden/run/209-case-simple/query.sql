-- A simple CASE compares with =, so a NULL operand matches no branch, not even NULL
CREATE TABLE t (
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  v INT,
  a VARCHAR(5)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT v, CASE v WHEN 1 THEN 'one' WHEN CAST(NULL AS INT) THEN 'null' ELSE 'other' END AS a FROM t;
