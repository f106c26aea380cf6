-- constructed values written as json, and read again
CREATE TABLE t (
  id INT, a ARRAY<INT>, s ARRAY<STRING>, m MAP<STRING, INT>, ms MULTISET<STRING>,
  r ROW<a INT, b STRING, c ROW<d DECIMAL(5, 2), e ARRAY<DATE>>>, ra ARRAY<ROW<x DOUBLE, `y "q"` BOOLEAN>>,
  ts ARRAY<TIMESTAMP(3)>, lt ARRAY<TIMESTAMP_LTZ(3)>, tm ARRAY<TIME>, by_ ARRAY<BYTES>, fl ARRAY<FLOAT>
) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE o WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/o', 'format' = 'json') AS SELECT * FROM t;
CREATE TABLE p WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/p', 'format' = 'json',
  'json.encode.ignore-null-fields' = 'true', 'json.encode.decimal-as-plain-number' = 'true',
  'json.timestamp-format.standard' = 'ISO-8601') AS
SELECT id, a, m, r, ra, ts, lt FROM t;
