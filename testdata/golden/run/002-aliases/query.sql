-- Aliases name output columns, with AS and without; the sink takes columns by position
CREATE TABLE t (
  id INT,
  name STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  n INT,
  s STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT u.id AS other, u.name whatever FROM t AS u;
