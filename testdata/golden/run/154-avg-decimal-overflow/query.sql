-- An average of DECIMAL whose sum has overflowed 38 digits stays NULL
CREATE TABLE t (
  g STRING,
  d DECIMAL(38, 6)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (g STRING, a DECIMAL(38, 6), n BIGINT) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r SELECT g, AVG(d), COUNT(*) FROM t GROUP BY g;
