-- A DECIMAL that does not fit the sink's precision arrives as NULL
CREATE TABLE t (
  m DECIMAL(6,3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  m DECIMAL(4,2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT m FROM t;
