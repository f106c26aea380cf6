-- DATE_FORMAT of a string reads yyyy-MM-dd HH:mm:ss first, and is NULL for what it cannot read
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  s STRING,
  a STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT s, DATE_FORMAT(s, 'yyyy/MM/dd HH') AS a FROM t;
