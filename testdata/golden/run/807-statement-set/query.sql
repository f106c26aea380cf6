-- Two sinks of one statement set read one source once, each in its own way
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
  x INT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'rows'
);
CREATE TABLE q (
  s STRING,
  n BIGINT
) WITH (
  'connector' = 'print',
  'print-identifier' = 'counts'
);

EXECUTE STATEMENT SET BEGIN
INSERT INTO p SELECT id * 10 AS x FROM t WHERE id <> 2;
INSERT INTO q SELECT s, COUNT(*) AS n FROM t GROUP BY s;
END;
