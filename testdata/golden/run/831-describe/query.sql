-- DESCRIBE and SHOW COLUMNS tell the columns of tables and views

CREATE TABLE t (
  id INT NOT NULL,
  k STRING,
  d DECIMAL(10, 2),
  `select` BYTES,
  up AS UPPER(k),
  ts TIMESTAMP(3),
  z TIMESTAMP_LTZ(3),
  c CHAR(3),
  y VARCHAR(20) NOT NULL COMMENT 'a year',
  b BINARY(4),
  WATERMARK FOR ts AS ts - INTERVAL '5' SECOND,
  PRIMARY KEY (id, y) NOT ENFORCED
) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv');
CREATE TABLE plain (a BIGINT, b DOUBLE) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT id, d FROM t;
CREATE VIEW n (x, z) AS SELECT k, COUNT(*) FROM t GROUP BY k;
DESCRIBE t;
DESC plain;
DESCRIBE v;
DESCRIBE n;
SHOW COLUMNS FROM t;
SHOW COLUMNS IN plain LIKE 'a%';
SHOW COLUMNS FROM t NOT LIKE '%s';
CREATE TABLE r (
  n INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'r'
);
INSERT INTO r VALUES (1);
