-- BOOLEAN is true for the word true in any case, else false
CREATE TABLE t (
  b BOOLEAN
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  b BOOLEAN
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
