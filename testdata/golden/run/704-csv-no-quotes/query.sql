-- With quoting disabled a quote is an ordinary character
CREATE TABLE t (
  id INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.disable-quote-character' = 'true'
);
CREATE TABLE r (
  id INT,
  s STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
