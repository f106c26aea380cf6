-- ARRAY, MAP and ROW
CREATE TABLE t (id BIGINT, i INT, name STRING, a ARRAY<INT>, m MAP<STRING, DOUBLE>, r ROW<x INT, y ROW<z STRING>>) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'json');
CREATE TABLE o (x INT) WITH ('connector' = 'print');
CREATE TABLE c (x ARRAY<INT>, y MAP<STRING, INT>) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv'); -- ERROR column-type "the csv format cannot have columns of type MAP<STRING, INT>"
CREATE TABLE c2 (x ARRAY<ARRAY<INT>>) WITH ('connector' = 'filesystem', 'path' = '/x', 'format' = 'csv'); -- ERROR column-type "it has ARRAY and ROW of simple types"
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
INSERT INTO o SELECT FIRST_VALUE(a)[1] FROM t; -- ERROR function-arguments "FIRST_VALUE"
INSERT INTO o SELECT MAX(a)[1] FROM t; -- ERROR function-arguments "MAX"
INSERT INTO o SELECT v FROM t CROSS JOIN UNNEST(a) AS u (v, w); -- ERROR column-count "the list has 2 names, but the query has 1"
INSERT INTO o SELECT v FROM t LEFT JOIN UNNEST(a) AS u (v) ON v; -- ERROR not-boolean "ON wants a condition"
INSERT INTO o SELECT v FROM t RIGHT JOIN UNNEST(a) AS u (v) ON TRUE; -- ERROR not-supported "this join with UNNEST"
INSERT INTO o SELECT v FROM t CROSS JOIN UNNEST(nothing) AS u (v); -- ERROR unknown-column "nothing"
INSERT INTO o SELECT u.w FROM t CROSS JOIN UNNEST(a) AS u (v); -- ERROR unknown-column "column \"w\" does not exist in table \"u\""
INSERT INTO o SELECT v FROM t, UNNEST(a) AS u (v), UNNEST(m) AS n (k, v2) WHERE k = 'x';
INSERT INTO o SELECT MAX(i) FROM t GROUP BY name HAVING ARRAY_AGG(i) IS NULL;
INSERT INTO o SELECT ARRAY_AGG(a, i)[1] FROM t; -- ERROR function-arguments "ARRAY_AGG takes 1 argument, not 2"
INSERT INTO o SELECT CARDINALITY(ARRAY_AGG(n)) FROM (SELECT name, COUNT(*) AS n FROM t GROUP BY name);
INSERT INTO o SELECT CHAR_LENGTH(JSON_OBJECTAGG(KEY i VALUE i)) FROM t; -- ERROR function-arguments "JSON_OBJECTAGG"
INSERT INTO o SELECT CHAR_LENGTH(JSON_ARRAYAGG(i RETURNING STRING)) FROM t; -- ERROR function-arguments "JSON_ARRAYAGG"
INSERT INTO o SELECT CHAR_LENGTH(JSON_STRING(MAP[i, r])) FROM t; -- ERROR function-arguments "JSON_STRING"
INSERT INTO o SELECT CHAR_LENGTH(JSON_STRING(ARRAY[DATE '2020-01-01'])) FROM t; -- ERROR function-arguments "JSON_STRING"
