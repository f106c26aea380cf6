-- ARRAY[..], MAP[..] and ROW(..) of constants and of columns, nested, with NULLs
CREATE TABLE t (
  id INT,
  i INT,
  b BIGINT,
  s STRING,
  d DECIMAL(5, 2),
  f DOUBLE,
  o BOOLEAN,
  ts TIMESTAMP(3),
  dt DATE
) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE r WITH ('connector' = 'print') AS
SELECT id,
  ARRAY[i, i + 1] AS a1,
  ARRAY[i, b] AS a2,
  ARRAY['a', s, 'bcd'] AS a3,
  ARRAY[d, 1.5] AS a4,
  ARRAY[ts] AS a5,
  ARRAY[dt, DATE '2020-01-01'] AS a6,
  ARRAY[o, TRUE] AS a7,
  ARRAY[f] AS a8,
  ARRAY[ARRAY[i], ARRAY[1, 2]] AS a9,
  MAP['i', i, 'one', 1] AS m1,
  MAP[i, s, 7, 'x'] AS m2,
  MAP[s, ARRAY[i]] AS m3,
  ROW(i, s) AS r1,
  (i, ROW(s, ARRAY[d]), MAP['k', f]) AS r2,
  ARRAY[ROW(i, s), ROW(1, 'x')] AS ar
FROM t;
