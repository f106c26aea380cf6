-- Behind true, false and null at the end of JSON stands nothing that Java takes for a part of an identifier, by UTF-16 unit.
CREATE TABLE r (n INT, is_json BOOLEAN, v STRING) WITH ('connector' = 'print', 'print-identifier' = 'r');

INSERT INTO r
SELECT n, s IS JSON, JSON_VALUE(s, 'lax $') FROM (VALUES
  (1, U&'true\007F'), (2, U&'true\009F'), (3, U&'true\00A0'), (4, U&'true\00E9'), (5, U&'true\05F6'),
  (6, U&'false\+010400'), (7, U&'false\+01F600'), (8, U&'true\20AC'), (9, U&'true\0301'), (10, U&'true\200B'),
  (11, U&'true\0001'), (12, U&'true_'), (13, U&'true~'), (14, U&'true]')) AS t (n, s);
