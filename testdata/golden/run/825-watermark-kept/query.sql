-- A watermark declaration does not change the rows of a plain query
CREATE TABLE t (
  id INT,
  z TIMESTAMP(3),
  WATERMARK FOR z AS z - INTERVAL '2' SECOND
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  id INT,
  z TIMESTAMP(3)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT id, z FROM t;
