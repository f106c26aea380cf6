-- Aggregates of every kind by a key that may be NULL
CREATE TABLE t (
  k BOOLEAN,
  a TINYINT,
  b SMALLINT,
  c INT,
  d BIGINT,
  e DECIMAL(5,2),
  f DECIMAL(18,6),
  g DECIMAL(38,10),
  h FLOAT,
  i DOUBLE
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  c0 BOOLEAN,
  c1 BIGINT,
  c2 BIGINT,
  c3 SMALLINT,
  c4 BIGINT,
  c5 DECIMAL(38, 2),
  c6 INT,
  c7 DECIMAL(38, 6),
  c8 FLOAT,
  c9 DECIMAL(38, 10),
  c10 BIGINT,
  c11 INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT k AS c0, COUNT(*) AS c1, COUNT(a) AS c2, SUM(b) AS c3, SUM(d) AS c4, SUM(e) AS c5,
  AVG(c) AS c6, AVG(f) AS c7, MIN(h) AS c8, MAX(g) AS c9, COUNT(DISTINCT a) AS c10,
  SUM(c) FILTER (WHERE c > 0) AS c11
FROM t GROUP BY k;
