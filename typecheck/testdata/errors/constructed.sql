-- ARRAY, MAP and ROW
CREATE TABLE t (id BIGINT, i INT, name STRING, a ARRAY<INT>, m MAP<STRING, DOUBLE>, r ROW<x INT, y ROW<z STRING>>) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'json');
CREATE TABLE o (x INT) WITH ('connector' = 'print');
CREATE TABLE c (x ARRAY<INT>) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv'); -- ERROR column-type "the csv format cannot have columns of type ARRAY<INT>"
CREATE TABLE d (x ARRAY<MAP<INT, INT>>) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'json'); -- ERROR column-type "the keys of an object are texts"
CREATE TABLE e (x MULTISET<INT>) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'json'); -- ERROR column-type "the keys of an object are texts"
INSERT INTO o SELECT a[1] FROM t;
INSERT INTO o SELECT a[i] + r.x FROM t;
INSERT INTO o SELECT a[0] FROM t; -- ERROR constructed "counted from 1"
INSERT INTO o SELECT a[-1] FROM t; -- ERROR constructed "counted from 1"
INSERT INTO o SELECT a[id] FROM t; -- ERROR constructed "chosen by a position of type INT, but this is BIGINT"
INSERT INTO o SELECT a['x'] FROM t; -- ERROR constructed "chosen by a position of type INT"
INSERT INTO o SELECT m[1] FROM t; -- ERROR constructed "chosen by a key of type STRING, but this is INT"
INSERT INTO o SELECT i[1] FROM t; -- ERROR constructed "INT has no elements"
INSERT INTO o SELECT r.w FROM t; -- ERROR constructed "field \"w\" does not exist in ROW<`x` INT, `y` ROW<`z` STRING>>"
INSERT INTO o SELECT t.r.y.q FROM t; -- ERROR constructed "field \"q\" does not exist"
INSERT INTO o SELECT r.x.z FROM t; -- ERROR constructed "there is no field \"z\", for this is INT"
INSERT INTO o SELECT ARRAY[1, 'a'][1] FROM t; -- ERROR no-common-type "ARRAY"
INSERT INTO o SELECT ARRAY[NULL][1] FROM t; -- ERROR untyped-null "ARRAY"
INSERT INTO o SELECT ARRAY[][1] FROM t; -- ERROR constructed "without elements has no type"
INSERT INTO o SELECT MAP['a'][1] FROM t; -- ERROR constructed "MAP wants a value for each key"
INSERT INTO o SELECT MAP['a', 1, 2, 3]['a'] FROM t; -- ERROR no-common-type "the keys of MAP"
INSERT INTO o SELECT MAP['a', 1, 'b', 'c']['a'] FROM t; -- ERROR no-common-type "the values of MAP"
INSERT INTO o SELECT ROW(1, NULL).EXPR$0 FROM t; -- ERROR untyped-null "ROW"
INSERT INTO o SELECT i FROM t WHERE a < a; -- ERROR operand-type "cannot be compared"
INSERT INTO o SELECT i FROM t WHERE a = m; -- ERROR operand-type "cannot be compared"
INSERT INTO o SELECT i FROM t WHERE a IN (ARRAY['x']); -- ERROR operand-type "cannot be compared"
INSERT INTO o SELECT CAST(m AS ARRAY<INT>)[1] FROM t; -- ERROR bad-cast "cannot be cast to ARRAY<INT>"
INSERT INTO o SELECT MAX(a)[1] FROM t; -- ERROR function-arguments "MAX"
