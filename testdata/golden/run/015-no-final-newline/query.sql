-- The last line of a file needs no line end, and CR LF line ends are no part of the last field
CREATE TABLE t (
  id INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE r (
  id INT,
  s STRING,
  n INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT id, s, CHAR_LENGTH(s) AS n FROM t;
