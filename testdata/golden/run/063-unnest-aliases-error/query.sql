-- the fields of a ROW are columns each, so one name is too few
CREATE TABLE t (id INT, a ARRAY<INT>, s ARRAY<STRING>, m MAP<STRING, INT>, ms MULTISET<STRING>, ra ARRAY<ROW<x INT, y STRING>>, aa ARRAY<ARRAY<INT>>, e ARRAY<INT NOT NULL>, ts ARRAY<TIMESTAMP(3)>)
WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE a WITH ('connector' = 'print', 'print-identifier' = 'a') AS
SELECT id, v FROM t CROSS JOIN UNNEST(ra) AS u (v);
