-- BYTES columns of json are base64
CREATE TABLE t (k INT, a BYTES, b BINARY(3)) WITH (
  'connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json', 'json.ignore-parse-errors' = 'true'
);
CREATE TABLE r (k INT, a BYTES, b BINARY(3)) WITH ('connector' = 'print');

INSERT INTO r SELECT * FROM t;
