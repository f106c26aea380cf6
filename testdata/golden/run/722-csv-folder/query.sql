-- A folder is read whole, whatever its files are called; the order of files is not defined
CREATE TABLE t (
  id INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/many',
  'format' = 'csv'
);
CREATE TABLE r (
  n BIGINT
) WITH (
  'connector' = 'print'
);

INSERT INTO r SELECT COUNT(*) AS n FROM t WHERE id > 0;
