-- PROCTIME() is the time now where it is read: in an expression, as a key, through a view, and in a sink
CREATE TABLE t (
  id INT,
  p AS PROCTIME(),
  later AS PROCTIME() + INTERVAL '1' HOUR
) WITH (
  'connector' = 'datagen',
  'fields.id.kind' = 'sequence',
  'fields.id.start' = '1',
  'fields.id.end' = '4'
);
CREATE VIEW v AS SELECT id, p AS q FROM t WHERE p IS NOT NULL;
CREATE TABLE r (
  id INT,
  past BOOLEAN,
  future BOOLEAN,
  today BOOLEAN,
  kind STRING
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);
CREATE TABLE days (
  d BIGINT,
  n BIGINT,
  known BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'days'
);
CREATE TABLE times (
  p TIMESTAMP_LTZ(3),
  id INT
) WITH (
  'connector' = 'blackhole'
);

INSERT INTO r SELECT id, p > CURRENT_TIMESTAMP - INTERVAL '1' HOUR, later > CURRENT_TIMESTAMP + INTERVAL '30' MINUTE,
  CAST(PROCTIME() AS TIMESTAMP(3)) >= CAST(p AS TIMESTAMP(3)) - INTERVAL '1' MINUTE, SUBSTRING(CAST(q AS STRING), 11, 1)
FROM (SELECT *, PROCTIME() AS q FROM t);
INSERT INTO days SELECT YEAR(q) / 1000, COUNT(*), COUNT(q) FROM v GROUP BY YEAR(q) / 1000;
INSERT INTO times SELECT p, id FROM t;
