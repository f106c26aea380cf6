-- Several parts of one text, with the separator as text and as a code, in any order
CREATE TABLE t (
  u STRING,
  n INT
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  dir1 STRING,
  dir2 STRING,
  dir3 STRING,
  first_part STRING,
  nth STRING,
  pair STRING,
  negative STRING,
  coded STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT SPLIT_INDEX(u, '/', 3), SPLIT_INDEX(u, '/', 4), SPLIT_INDEX(u, '/', 5), SPLIT_INDEX(u, '/', 0),
  SPLIT_INDEX(u, '/', n), SPLIT_INDEX(u, '//', 1), SPLIT_INDEX(u, '/', -1), SPLIT_INDEX(u, 47, 3)
FROM t
WHERE SPLIT_INDEX(u, '/', 4) IS NULL OR SPLIT_INDEX(u, '/', 4) <> 'no';
