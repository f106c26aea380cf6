-- String literals: doubled quote, Unicode escape, line end inside, empty
CREATE TABLE r (
  q CHAR(4),
  u CHAR(2),
  v CHAR(1),
  b CHAR(7),
  e CHAR(0),
  n INT,
  l INT,
  j CHAR(2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT 'it''s' AS q, U&'\65E5\672C' AS u, U&'#0041' UESCAPE '#' AS v, 'a"b`c\n' AS b, '' AS e,
  CHAR_LENGTH('') AS n, CHAR_LENGTH('a
b') AS l, '日本' AS j;
