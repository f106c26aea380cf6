-- BYTES and BINARY columns of csv are base64
CREATE TABLE t (k INT, a BYTES, b BINARY(3), c VARBINARY(2)) WITH (
  'connector' = 'filesystem', 'path' = '${DIR}/in/t.csv', 'format' = 'csv'
);
CREATE TABLE r (k INT, a BYTES, b BINARY(3), c VARBINARY(2)) WITH ('connector' = 'print');

INSERT INTO r SELECT * FROM t;
