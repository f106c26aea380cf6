-- an element that is not of its type fails the job
CREATE TABLE t (id INT, a ARRAY<INT>) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE o WITH ('connector' = 'print') AS SELECT * FROM t;
