-- A blackhole sink takes everything, beside a print sink that shows it
CREATE TABLE t (
  k STRING,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE hole (
  k STRING,
  s INT
) WITH (
  'connector' = 'blackhole'
);
CREATE TABLE r (
  k STRING,
  s INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'seen'
);

EXECUTE STATEMENT SET BEGIN
INSERT INTO hole SELECT k, SUM(v) FROM t GROUP BY k;
INSERT INTO r SELECT k, SUM(v) AS s FROM t GROUP BY k;
END;
