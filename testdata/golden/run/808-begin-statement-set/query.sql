-- The other spelling of a statement set, with a view that both sinks share
CREATE TABLE t (
  id INT,
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.csv',
  'format' = 'csv',
  'csv.null-literal' = 'NULL'
);
CREATE TABLE p (
  n INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'one'
);
CREATE TABLE q (
  s STRING,
  n INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'two'
);

CREATE VIEW v AS SELECT id + 1 AS n, s FROM t;
BEGIN STATEMENT SET;
INSERT INTO p SELECT n FROM v;
INSERT INTO q SELECT s, n FROM v WHERE n > 2;
END;
