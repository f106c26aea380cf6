-- Each integer type reads its borders, with errors ignored what lies beyond is NULL
CREATE TABLE t (
  a TINYINT,
  b SMALLINT,
  c INT,
  d BIGINT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.ignore-parse-errors' = 'true'
);
CREATE TABLE r (
  a TINYINT,
  b SMALLINT,
  c INT,
  d BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
