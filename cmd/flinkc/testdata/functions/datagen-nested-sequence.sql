-- A sequence is for columns, as in Flink.
CREATE TABLE t (r ROW<x INT>) WITH ('connector' = 'datagen', 'fields.r.x.kind' = 'sequence', 'fields.r.x.start' = '1',
  'fields.r.x.end' = '3');
CREATE TABLE o (r ROW<x INT>) WITH ('connector' = 'print');
INSERT INTO o SELECT r FROM t;
--? cannot be a sequence
