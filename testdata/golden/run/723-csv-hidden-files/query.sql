-- Files in a folder whose name begins with a dot or an underscore are not read
CREATE TABLE t (
  id INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/many',
  'format' = 'csv'
);
CREATE TABLE r (
  id INT,
  s STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT * FROM t;
