-- json.map-null-key.mode: an entry whose key is NULL is dropped, or has a name
CREATE TABLE t (id INT, k STRING) WITH ('connector' = 'filesystem', 'path' = '${DIR}/in/t.json', 'format' = 'json');
CREATE TABLE o WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/o', 'format' = 'json',
  'json.map-null-key.mode' = 'DROP') AS SELECT id, MAP[k, id] AS m, ARRAY[MAP[k, 'x']] AS ms FROM t;
CREATE TABLE p WITH ('connector' = 'filesystem', 'path' = '${DIR}/sink/p', 'format' = 'json',
  'json.map-null-key.mode' = 'LITERAL', 'json.map-null-key.literal' = 'none') AS SELECT id, MAP[k, id] AS m FROM t;
