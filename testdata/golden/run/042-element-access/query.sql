-- array[position], map[key] and row.field at any depth; NULL where there is none, names of the columns
CREATE TABLE t (
  id INT,
  i INT,
  k STRING,
  a ARRAY<INT>,
  n ARRAY<STRING>,
  aa ARRAY<ARRAY<BIGINT>>,
  m MAP<STRING, DOUBLE>,
  r ROW<a BOOLEAN, b STRING NOT NULL, c ROW<d DECIMAL(5, 2), e ARRAY<DATE>, f TIMESTAMP(3)>>,
  ra ARRAY<ROW<x TINYINT, y MAP<STRING, FLOAT>>>
) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE o WITH ('connector' = 'print', 'print-identifier' = 'o') AS
SELECT id, a[1] AS a1, a[i] AS ai, a[i + 2147483647] AS nope, a[100] AS far_, n[1] AS n1, aa[1][2] AS deep_,
  m['x'] AS mx, m[k] AS mk, m['no'] AS mno, r.a, r.b, r.c.d, t.r.c.f, r.c.e[2] AS e2, ra[1].x AS x, ra[2].y['p'] AS yp
FROM t;
CREATE TABLE p WITH ('connector' = 'print', 'print-identifier' = 'p') AS
SELECT id, r.c, ra[1] AS first_, (r).b AS b, ROW(i, k).EXPR$1 AS made, MAP['k', ARRAY[i, 2]]['k'][1] AS m, ARRAY['x', k][i] AS e
FROM t WHERE r.a OR a[1] = 5 OR r IS NULL;
CREATE TABLE q WITH ('connector' = 'print', 'print-identifier' = 'q') AS
SELECT r.b, COUNT(*) AS n, SUM(a[1]) AS s FROM t WHERE a[1] IS NOT NULL GROUP BY r.b;
