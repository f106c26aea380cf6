-- DESCRIBE marks the time attributes of a table and of a view

CREATE TABLE t (
  id INT NOT NULL,
  ts TIMESTAMP(3),
  p AS PROCTIME(),
  day_of AS DATE_FORMAT(PROCTIME(), 'dd'),
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv');
CREATE VIEW v AS SELECT id, ts, p AS q, PROCTIME() AS r FROM t;
DESCRIBE t;
DESCRIBE v;
CREATE TABLE r (
  n INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);
INSERT INTO r VALUES (1);
