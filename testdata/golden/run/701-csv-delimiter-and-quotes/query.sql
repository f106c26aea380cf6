-- The field delimiter may be another character; quotes protect it, a doubled quote is one quote
CREATE TABLE t (
  id INT,
  s STRING,
  u STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.field-delimiter' = ';'
);
CREATE TABLE r (
  id INT,
  s STRING,
  u STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
