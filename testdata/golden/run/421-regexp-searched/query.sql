-- Patterns around a literal, of classes, runs and alternatives give the first match, as Java finds it
CREATE TABLE t (
  s STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  s STRING,
  channel STRING,
  host STRING,
  version STRING,
  word STRING,
  lazy STRING,
  nested STRING,
  folded BOOLEAN,
  address BOOLEAN,
  similar_to BOOLEAN,
  replaced STRING,
  emptied STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT s, REGEXP_EXTRACT(s, '(&|^)channel_id=([^&]*)', 2), REGEXP_EXTRACT(s, 'https?://([^/:]+)', 1),
  REGEXP_EXTRACT(s, 'v(\d+)\.(\d{1,2})', 2), REGEXP_EXTRACT(s, '\b[a-z]{3,}\b'), REGEXP_EXTRACT(s, '<(.+?)>', 1),
  REGEXP_EXTRACT(s, '((a|ab)(c|bcd))(d*)', 3), REGEXP(s, '(?i)ÉTÉ|error'),
  REGEXP(s, '^\d{1,3}(\.\d{1,3}){3}$'), s SIMILAR TO '%(ab|cd)+_', REGEXP_REPLACE(s, '[aeiou]+', '*'),
  REGEXP_REPLACE(s, 'x*', '-')
FROM t;
