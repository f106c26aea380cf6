-- A key may be an expression, and the same expression may be selected
CREATE TABLE t (
  id INT,
  v INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  odd INT,
  n BIGINT,
  top INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT MOD(id, 2) AS odd, COUNT(*) AS n, MAX(v) AS top FROM t GROUP BY MOD(id, 2);
