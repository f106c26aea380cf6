-- Random values of constructed types: how many parts, their bounds and lengths at any depth, and NULLs.
CREATE TABLE t (
  a ARRAY<INT>,
  b ARRAY<STRING>,
  m MAP<STRING, INT>,
  s MULTISET<VARCHAR(4)>,
  r ROW<x INT, y STRING, z ARRAY<DECIMAL(10, 2)>>,
  n ARRAY<INT>,
  l ARRAY<BIGINT>,
  q ARRAY<ROW<i INT, f ARRAY<TIMESTAMP(3)>>>,
  e ARRAY<INT NOT NULL>
) WITH (
  'connector' = 'datagen', 'number-of-rows' = '2',
  'fields.a.element.min' = '5', 'fields.a.element.max' = '5',
  'fields.b.length' = '2', 'fields.b.element.length' = '7',
  'fields.m.length' = '1', 'fields.m.key.length' = '6', 'fields.m.value.min' = '1', 'fields.m.value.max' = '1',
  'fields.s.length' = '1',
  'fields.r.x.min' = '9', 'fields.r.x.max' = '9', 'fields.r.y.null-rate' = '1', 'fields.r.z.length' = '1',
  'fields.r.z.element.min' = '2.5', 'fields.r.z.element.max' = '2.5',
  'fields.n.null-rate' = '1',
  'fields.l.length' = '2', 'fields.l.element.null-rate' = '1',
  'fields.q.length' = '1', 'fields.q.element.i.min' = '3', 'fields.q.element.i.max' = '3',
  'fields.q.element.f.length' = '0',
  'fields.e.length' = '1', 'fields.e.element.null-rate' = '1'
);
CREATE TABLE o (a ARRAY<INT>, b INT, c INT, k INT, v ARRAY<INT>, s INT, r ROW<x INT, y STRING, z ARRAY<DECIMAL(10, 2)>>,
  n BOOLEAN, l ARRAY<BIGINT>, q ARRAY<ROW<i INT, f ARRAY<TIMESTAMP(3)>>>, e BOOLEAN)
WITH ('connector' = 'print');
INSERT INTO o
SELECT a, CARDINALITY(b), CHAR_LENGTH(b[2]), CHAR_LENGTH(MAP_KEYS(m)[1]), MAP_VALUES(m), CHAR_LENGTH(SPLIT_INDEX(CAST(s AS STRING), '=', 0)),
  r, n IS NULL, l, q, e[1] IS NULL
FROM t;
--= [[5, 5, 5], 2, 7, 6, [1], 5, +I[9, null, [2.50]], true, [null, null], [+I[3, []]], false]
--= [[5, 5, 5], 2, 7, 6, [1], 5, +I[9, null, [2.50]], true, [null, null], [+I[3, []]], false]
