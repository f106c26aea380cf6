-- A datagen sequence counts from start to end and ends the job
CREATE TABLE t (
  id INT,
  b BIGINT,
  s STRING
) WITH (
  'connector' = 'datagen',
  'fields.id.kind' = 'sequence',
  'fields.id.start' = '3',
  'fields.id.end' = '7',
  'fields.b.kind' = 'sequence',
  'fields.b.start' = '-1',
  'fields.b.end' = '100',
  'fields.s.kind' = 'sequence',
  'fields.s.start' = '10',
  'fields.s.end' = '20'
);
CREATE TABLE r (
  id INT,
  b BIGINT,
  s STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT id, b, s FROM t;
