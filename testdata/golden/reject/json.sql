-- Calls of JSON functions with clauses, paths and arguments that they do not take.
CREATE TABLE t (i INT, s STRING, k STRING NOT NULL, d DATE) WITH ('connector' = 'datagen');
CREATE TABLE r (x INT) WITH ('connector' = 'print');
CREATE TABLE q (x STRING) WITH ('connector' = 'print');
CREATE TABLE b (x BOOLEAN) WITH ('connector' = 'print');

INSERT INTO q SELECT JSON_VALUE(s, '$.a') FROM t;
INSERT INTO q SELECT JSON_VALUE(s) FROM t; -- ERROR function-arguments JSON_VALUE needs a path
INSERT INTO q SELECT JSON_VALUE(i, '$') FROM t; -- ERROR function-arguments the text is a number
INSERT INTO q SELECT JSON_VALUE(s, '$.length()') FROM t; -- ERROR json-path a function in a path
INSERT INTO q SELECT JSON_VALUE(s, '$.a[?(@.b)]') FROM t; -- ERROR json-path a filter by existence
INSERT INTO q SELECT JSON_QUERY(s, 'lax $.a b') FROM t; -- ERROR json-path a name with a blank
INSERT INTO b SELECT JSON_EXISTS(s, '$.') FROM t; -- ERROR json-path a path that ends with a dot
INSERT INTO q SELECT JSON_VALUE(s, '$.a' RETURNING DATE) FROM t; -- ERROR function-arguments no DATE
INSERT INTO q SELECT JSON_VALUE(s, '$.a' RETURNING VARCHAR(3)) FROM t; -- ERROR function-arguments no length
INSERT INTO r SELECT JSON_VALUE(s, '$.a' RETURNING INT DEFAULT '1' ON EMPTY) FROM t; -- ERROR function-arguments DEFAULT is a text
INSERT INTO r SELECT JSON_VALUE(s, '$.a' RETURNING INT DEFAULT 3000000000 ON EMPTY) FROM t; -- ERROR function-arguments DEFAULT is BIGINT
INSERT INTO q SELECT JSON_VALUE(s, '$.a' DEFAULT NULL ON EMPTY) FROM t; -- ERROR function-arguments DEFAULT NULL
INSERT INTO q SELECT JSON_VALUE(s, '$.a' DEFAULT TRUE ON ERROR) FROM t; -- ERROR function-arguments DEFAULT is BOOLEAN
INSERT INTO q SELECT JSON_VALUE(s, '$.a' EMPTY ARRAY ON EMPTY) FROM t; -- ERROR function-arguments of JSON_QUERY
INSERT INTO q SELECT JSON_VALUE(s, '$.a' NULL ON EMPTY ERROR ON EMPTY) FROM t; -- ERROR function-arguments ON EMPTY twice
INSERT INTO q SELECT JSON_VALUE(s, '$.a' NULL) FROM t; -- ERROR syntax ON is missing
INSERT INTO q SELECT JSON_QUERY(s, '$.a' DEFAULT '[]' ON EMPTY) FROM t; -- ERROR function-arguments of JSON_VALUE
INSERT INTO q SELECT JSON_QUERY(s, '$.a' WITHOUT CONDITIONAL WRAPPER) FROM t; -- ERROR syntax no condition
INSERT INTO b SELECT JSON_EXISTS(s, '$.a' NULL ON ERROR) FROM t; -- ERROR function-arguments UNKNOWN is meant
INSERT INTO b SELECT JSON_EXISTS(s, '$.a' TRUE ON EMPTY) FROM t; -- ERROR function-arguments no ON EMPTY
INSERT INTO q SELECT JSON_OBJECT('a', i) FROM t; -- ERROR syntax VALUE is missing
INSERT INTO q SELECT JSON_OBJECT(s VALUE i) FROM t; -- ERROR function-arguments the name may be NULL
INSERT INTO q SELECT JSON_OBJECT(i VALUE s) FROM t; -- ERROR function-arguments the name is a number
INSERT INTO q SELECT JSON_OBJECT(k VALUE d) FROM t; -- ERROR function-arguments no DATE
INSERT INTO q SELECT JSON_OBJECT(k VALUE i ERROR ON ERROR) FROM t; -- ERROR function-arguments no ON ERROR
INSERT INTO q SELECT JSON_ARRAY(d) FROM t; -- ERROR function-arguments no DATE
INSERT INTO q SELECT JSON_STRING(d) FROM t; -- ERROR function-arguments no DATE
INSERT INTO q SELECT JSON_QUOTE(i) FROM t; -- ERROR function-arguments a number
INSERT INTO b SELECT i IS JSON FROM t; -- ERROR function-arguments a number
INSERT INTO q SELECT JSON_OBJECT(k VALUE i, 'z' VALUE JSON_ARRAY(s, i) ABSENT ON NULL) FROM t;
