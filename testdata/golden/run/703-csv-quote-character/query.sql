-- Another quote character makes double quotes ordinary
CREATE TABLE t (
  id INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.quote-character' = '|'
);
CREATE TABLE r (
  id INT,
  s STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
