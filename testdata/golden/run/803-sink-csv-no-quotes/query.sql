-- With quoting disabled the csv sink writes text as it is
CREATE TABLE t (
  i INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  i INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/sink/r',
  'format' = 'csv',
  'csv.disable-quote-character' = 'true'
);

INSERT INTO r SELECT * FROM t;
