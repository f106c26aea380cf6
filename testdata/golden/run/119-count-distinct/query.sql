-- COUNT(DISTINCT x) counts each value once and ignores NULL, per column of its own
CREATE TABLE t (
  s STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  ds BIGINT,
  dv BIGINT,
  dw BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT COUNT(DISTINCT s) AS ds, COUNT(DISTINCT v) AS dv, COUNT(DISTINCT v + 1) AS dw
FROM t;
