-- CHAR(n) and VARCHAR(n) columns read what the file holds, unpadded; the length is not enforced
CREATE TABLE t (
  c CHAR(3),
  v VARCHAR(3)
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  c CHAR(3),
  v VARCHAR(3),
  n INT,
  eq BOOLEAN,
  d CHAR(4)
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT c, v, CHAR_LENGTH(c) AS n, c = v AS eq, c || '|' AS d FROM t;
