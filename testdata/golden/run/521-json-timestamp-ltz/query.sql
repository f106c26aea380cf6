-- TIMESTAMP_LTZ columns of json in both standards
CREATE TABLE t (k INT, a TIMESTAMP_LTZ(3), b TIMESTAMP_LTZ(9)) WITH (
  'connector' = 'filesystem', 'path' = '${DIR}/in/sql.json', 'format' = 'json', 'json.ignore-parse-errors' = 'true'
);
CREATE TABLE u (k INT, a TIMESTAMP_LTZ(3), b TIMESTAMP_LTZ(9)) WITH (
  'connector' = 'filesystem', 'path' = '${DIR}/in/iso.json', 'format' = 'json', 'json.ignore-parse-errors' = 'true',
  'json.timestamp-format.standard' = 'ISO-8601'
);
CREATE TABLE r (k INT, a TIMESTAMP_LTZ(3), b TIMESTAMP_LTZ(9)) WITH ('connector' = 'print', 'print-identifier' = 'r');
CREATE TABLE q (k INT, a TIMESTAMP_LTZ(3), b TIMESTAMP_LTZ(9)) WITH ('connector' = 'print', 'print-identifier' = 'q');

INSERT INTO r SELECT * FROM t;
INSERT INTO q SELECT * FROM u;
