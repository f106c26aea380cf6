-- SUM of a NOT NULL argument under GROUP BY is NOT NULL, with FILTER it is nullable
CREATE TABLE t (
  k STRING,
  v INT NOT NULL
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  k STRING,
  s INT,
  f INT,
  a INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT k, SUM(v) AS s, SUM(v) FILTER (WHERE v > 1) AS f, AVG(v) AS a FROM t GROUP BY k;
