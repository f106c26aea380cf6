-- CREATE TABLE .. LIKE copies columns and options; new options win
CREATE TABLE t (
  id INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv'
);
CREATE TABLE u (
  extra AS id + 1
) WITH (
  'csv.field-delimiter' = ';'
) LIKE t;
CREATE TABLE r (
  id INT,
  s STRING,
  extra INT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM u;
