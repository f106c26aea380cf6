-- JSON_STRING, JSON_ARRAY, JSON_OBJECT and JSON_ARRAYAGG of ARRAY, MAP, MULTISET and ROW: members by name
CREATE TABLE t (id INT, a ARRAY<INT>, s ARRAY<STRING>, m MAP<STRING, ARRAY<DOUBLE>>, ms MULTISET<STRING>,
  r ROW<z INT, a STRING, q ROW<y BOOLEAN, b BYTES>>, ra ARRAY<ROW<x DECIMAL(5, 2), ts TIMESTAMP(3)>>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE o WITH ('connector' = 'print', 'print-identifier' = 'o') AS
SELECT id, JSON_STRING(a) AS a, JSON_STRING(s) AS s, JSON_STRING(m) AS m, JSON_STRING(ms) AS ms, JSON_STRING(r) AS r, JSON_STRING(ra) AS ra FROM t;
CREATE TABLE p WITH ('connector' = 'print', 'print-identifier' = 'p') AS
SELECT id, JSON_ARRAY(a, r) AS a, JSON_OBJECT('m' VALUE m, 'a' VALUE a ABSENT ON NULL) AS o FROM t;
CREATE TABLE q WITH ('connector' = 'print', 'print-identifier' = 'q') AS SELECT JSON_ARRAYAGG(r) AS r FROM t WHERE id < 3;
