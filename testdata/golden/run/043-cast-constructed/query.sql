-- CAST between constructed types part by part, and to STRING; TRY_CAST is NULL as a whole
CREATE TABLE t (
  id INT,
  a ARRAY<INT>,
  s ARRAY<STRING>,
  m MAP<STRING, INT>,
  ms MULTISET<STRING>,
  r ROW<a INT, b STRING, c ROW<d DECIMAL(5, 2), e ARRAY<DATE>>>,
  ts ARRAY<TIMESTAMP(3)>,
  aa ARRAY<ARRAY<INT>>
) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE o WITH ('connector' = 'print', 'print-identifier' = 'o') AS
SELECT id, CAST(a AS ARRAY<BIGINT>) AS a1, CAST(a AS ARRAY<STRING>) AS a2, CAST(a AS ARRAY<TINYINT>) AS a3,
  TRY_CAST(s AS ARRAY<INT>) AS s1, TRY_CAST(s AS ARRAY<DOUBLE>) AS s2, CAST(m AS MAP<STRING, DECIMAL(10, 1)>) AS m1,
  CAST(ms AS MULTISET<VARCHAR(5)>) AS ms1,
  CAST(r AS ROW<x BIGINT, y STRING, z ROW<p STRING, q ARRAY<STRING>>>) AS r1,
  CAST(a AS ARRAY<DECIMAL(2, 1)>) AS a4, CAST(ts AS ARRAY<TIMESTAMP(0)>) AS ts0, CAST(aa AS ARRAY<ARRAY<STRING>>) AS aa1
FROM t;
CREATE TABLE p WITH ('connector' = 'print', 'print-identifier' = 'p') AS
SELECT id, CAST(a AS STRING) AS a, CAST(s AS STRING) AS s, CAST(m AS STRING) AS m, CAST(ms AS STRING) AS ms,
  CAST(r AS STRING) AS r, CAST(ts AS STRING) AS ts, CAST(aa AS VARCHAR(8)) AS aa, CAST(a AS CHAR(20)) AS c
FROM t;
