-- the key of a map is NULL and the json format has no name for it: the job fails
CREATE TABLE t (id INT, k STRING) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE o WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/o', 'format' = 'json') AS SELECT id, MAP[k, id] AS m FROM t;
