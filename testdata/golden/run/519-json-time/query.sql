-- TIME columns of json: seconds
CREATE TABLE t (k INT, a TIME, b TIME(3)) WITH (
  'connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json', 'json.ignore-parse-errors' = 'true'
);
CREATE TABLE r (k INT, a TIME, b TIME(3)) WITH ('connector' = 'print');

INSERT INTO r SELECT * FROM t;
