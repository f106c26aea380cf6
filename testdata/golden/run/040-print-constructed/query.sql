-- ARRAY, MAP, MULTISET and ROW as the print connector writes them: json columns of each, NULL at each depth
CREATE TABLE t (
  id INT,
  ints ARRAY<INT>,
  texts ARRAY<STRING>,
  m MAP<STRING, INT>,
  ms MULTISET<STRING>,
  r ROW<a INT, b STRING, c ROW<d DECIMAL(5, 2), e ARRAY<DATE>>>,
  rows_ ARRAY<ROW<a INT, b STRING>>,
  deep ARRAY<ARRAY<INT>>,
  times ARRAY<TIMESTAMP(3)>,
  moments ARRAY<TIMESTAMP_LTZ(3)>,
  clocks ARRAY<TIME>,
  floats ARRAY<FLOAT>,
  doubles ARRAY<DOUBLE>,
  bytes_ ARRAY<BYTES>,
  flags ARRAY<BOOLEAN>,
  decimals ARRAY<DECIMAL(20, 3)>,
  mm MAP<STRING, MAP<STRING, ARRAY<INT>>>
) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE r WITH ('connector' = 'print') AS SELECT * FROM t;
