-- json.ignore-parse-errors inside of constructed values: what does not fit is NULL where it stands
CREATE TABLE t (
  id INT,
  a ARRAY<INT>,
  m MAP<STRING, INT>,
  r ROW<x INT, y ARRAY<INT>, z STRING>,
  ra ARRAY<ROW<x INT>>,
  last_ STRING
) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json', 'json.ignore-parse-errors' = 'true');
CREATE TABLE o WITH ('connector' = 'print') AS SELECT * FROM t;
