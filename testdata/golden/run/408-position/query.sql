-- POSITION, INSTR and LOCATE count characters from 1; 0 when absent; the empty string is found
CREATE TABLE t (
  f STRING,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE r (
  f STRING,
  s STRING,
  p INT,
  i INT,
  l INT,
  l3 INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT f, s, POSITION(f IN s) AS p, INSTR(s, f) AS i, LOCATE(f, s) AS l, LOCATE(f, s, 3) AS l3
FROM t;
