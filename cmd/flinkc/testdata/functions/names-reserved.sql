-- names of columns and tables that are words of Go or of generated code
CREATE TABLE `func` (`type` INT, `func` STRING, s STRING, r INT, err INT, `out` STRING, `null` INT, e INT, i INT,
  a INT, b INT, l INT, `in` INT, `row` INT, `rows` INT, kind INT, key INT, nulls INT, before INT, now INT, was INT, c INT,
  k INT, n INT, dirty INT, live INT, `count` INT, entry INT, acc INT, v INT, vNull INT, fine INT, known INT, state INT)
WITH ('connector' = 'print');
CREATE VIEW vv AS SELECT * FROM (VALUES (1, 'f', 's', 2, 3, 'o', CAST(NULL AS INT), 4, 5,
  6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30)) AS t (`type`, `func`, s, r, err, `out`, `null`, e, i,
  a, b, l, `in`, `row`, `rows`, kind, key, nulls, before, now, was, c, k, n, dirty, live, `count`, entry, acc, v, vNull, fine, known, state);
INSERT INTO `func` SELECT `type`, `func`, s, r, err, `out`, `null`, MAX(e), MAX(i), SUM(a), MIN(b), l, `in`, `row`, `rows`, kind,
  key, nulls, MAX(before), MAX(now), MAX(was), MAX(c), MAX(k), MAX(n), MAX(dirty), MAX(live), MAX(`count`), MAX(entry), MAX(acc), v, MAX(vNull), fine, known, state
  FROM vv GROUP BY `type`, `func`, s, r, err, `out`, `null`, l, `in`, `row`, `rows`, kind, key, nulls, v, fine, known, state;
--= [1, f, s, 2, 3, o, null, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30]
