-- table functions: the ways of joining them, columns by name and by alias, NULL arguments, one in the rows of another, alone, and in a pipe
CREATE FUNCTION words(t STRING) RETURNS TABLE (word STRING, letters INT) LANGUAGE GO AS './udf.Words';
CREATE FUNCTION words_or_none(t STRING) RETURNS TABLE (word STRING) LANGUAGE GO AS './udf.WordsOrNone';
CREATE TABLE r (id STRING, n INT, word STRING, letters INT) WITH ('connector' = 'print');
CREATE VIEW v AS SELECT * FROM (VALUES (1, 'a bc'), (2, ''), (3, CAST(NULL AS STRING)), (4, 'd')) AS t (n, line);
INSERT INTO r SELECT 'cross', n, word, letters FROM v CROSS JOIN LATERAL TABLE(words(line));
INSERT INTO r SELECT 'comma', v.n, t.a, t.b FROM v, LATERAL TABLE(words(v.line)) AS t (a, b);
INSERT INTO r SELECT 'inner', n, t.word, t.letters FROM v JOIN LATERAL TABLE(words(line)) AS t ON TRUE;
INSERT INTO r SELECT 'left', n, a, b FROM v LEFT JOIN LATERAL TABLE(words(line)) AS t (a, b) ON TRUE;
INSERT INTO r SELECT 'left on', n, a, b FROM v LEFT JOIN LATERAL TABLE(words(line)) AS t (a, b) ON b > 1;
INSERT INTO r SELECT 'null', n, w, 0 FROM v, LATERAL TABLE(words_or_none(line)) AS t (w);
INSERT INTO r SELECT 'null left', n, word, 0 FROM v LEFT JOIN LATERAL TABLE(words_or_none(line)) ON TRUE;
INSERT INTO r SELECT 'twice', n, t.word || u.word, t.letters + u.letters FROM v, LATERAL TABLE(words(line)) AS t, LATERAL TABLE(words(t.word || ' ' || v.line)) AS u WHERE n = 1;
INSERT INTO r SELECT 'alone', 0, word, letters FROM LATERAL TABLE(words('x yz'));
INSERT INTO r SELECT 'not lateral', n, word, letters FROM v, TABLE(words('x yz')) WHERE n > 3;
INSERT INTO r SELECT 'unread', n, '', 0 FROM v, LATERAL TABLE(words(line));
INSERT INTO r SELECT 'unnest', n, word, i FROM v, LATERAL TABLE(words(line)), UNNEST(ARRAY[letters, -letters]) AS u (i);
INSERT INTO r SELECT 'grouped', CAST(COUNT(*) AS INT), letters_text, MAX(letters) FROM (SELECT CAST(letters AS STRING) AS letters_text, letters FROM v, LATERAL TABLE(words(line))) GROUP BY letters_text;
FROM v |> CALL words(line) AS t |> WHERE letters > 1 |> SELECT 'pipe', n, word, letters |> INSERT INTO r;
FROM v |> LEFT JOIN LATERAL TABLE(words(line)) AS t ON TRUE |> WHERE letters IS NULL |> SELECT 'pipe left', n, word, letters |> INSERT INTO r;
--= [cross, 1, a, 1]
--= [cross, 1, bc, 2]
--= [cross, 4, d, 1]
--= [comma, 1, a, 1]
--= [comma, 1, bc, 2]
--= [comma, 4, d, 1]
--= [inner, 1, a, 1]
--= [inner, 1, bc, 2]
--= [inner, 4, d, 1]
--= [left, 1, a, 1]
--= [left, 1, bc, 2]
--= [left, 2, null, null]
--= [left, 3, null, null]
--= [left, 4, d, 1]
--= [left on, 1, bc, 2]
--= [left on, 2, null, null]
--= [left on, 3, null, null]
--= [left on, 4, null, null]
--= [null, 1, a, 0]
--= [null, 1, bc, 0]
--= [null, 3, null, 0]
--= [null, 4, d, 0]
--= [null left, 1, a, 0]
--= [null left, 1, bc, 0]
--= [null left, 2, null, 0]
--= [null left, 3, null, 0]
--= [null left, 4, d, 0]
--= [twice, 1, aa, 2]
--= [twice, 1, aa, 2]
--= [twice, 1, abc, 3]
--= [twice, 1, bcbc, 4]
--= [twice, 1, bca, 3]
--= [twice, 1, bcbc, 4]
--= [alone, 0, x, 1]
--= [alone, 0, yz, 2]
--= [not lateral, 4, x, 1]
--= [not lateral, 4, yz, 2]
--= [unread, 1, , 0]
--= [unread, 1, , 0]
--= [unread, 4, , 0]
--= [unnest, 1, a, 1]
--= [unnest, 1, a, -1]
--= [unnest, 1, bc, 2]
--= [unnest, 1, bc, -2]
--= [unnest, 4, d, 1]
--= [unnest, 4, d, -1]
--= [grouped, 2, 1, 1]
--= [grouped, 1, 2, 2]
--= [pipe, 1, bc, 2]
--= [pipe left, 2, null, null]
--= [pipe left, 3, null, null]
