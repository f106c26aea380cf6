-- a cast of VALUES that fails while the program runs names the text and its place
CREATE TABLE r (a INT) WITH ('connector' = 'print');
INSERT INTO r SELECT CAST(s AS INT) FROM (VALUES ('1'), ('one')) AS t (s);
--! one
--! query.sql:3
