-- = and <> of ARRAY, MAP, ROW; an element that is NULL equals nothing; IN and IS DISTINCT FROM
CREATE TABLE t (
  id INT, i INT, s STRING, a ARRAY<INT>, b ARRAY<INT>, m MAP<STRING, INT>, n MAP<STRING, INT>,
  d ARRAY<DOUBLE>, e ARRAY<DOUBLE>, r ROW<x INT, y STRING>, q ROW<x INT, y STRING>
) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE o WITH ('connector' = 'print') AS
SELECT id, a = b AS ab, a <> b AS nab, m = n AS mn, m <> n AS nmn, d = e AS de, r = q AS rq, r <> q AS nrq,
  a IN (b, ARRAY[1, 2]) AS ina, (i, s) = (1, 'x') AS row_, (i, s) IN ((1, 'x'), (2, 'y')) AS inr, (i, s) <> (1, 'x') AS nrow_,
  a IS NULL AS anull, r IS NOT NULL AS rnull, a = ARRAY[1, 2] AS lit, a = ARRAY[CAST(1 AS BIGINT), 2] AS wide
FROM t;
CREATE TABLE p WITH ('connector' = 'print', 'print-identifier' = 'p') AS SELECT id FROM t WHERE a = b OR m = n;
