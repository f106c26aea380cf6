-- A value that is written several times is computed where SQL needs it: what is not reached cannot fail
CREATE TABLE t (
  p BOOLEAN,
  a INT,
  b INT,
  s STRING,
  u STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  quotient INT,
  number INT,
  doubled INT,
  upper_s STRING,
  upper_either STRING,
  extracted STRING,
  chosen DECIMAL(20, 2),
  again DECIMAL(20, 2)
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT CASE WHEN b <> 0 AND a / b > 1 THEN a / b WHEN b <> 0 THEN -(a / b) ELSE 0 END AS quotient,
  CASE WHEN s SIMILAR TO '[0-9]+' THEN CAST(s AS INT) ELSE -1 END AS number,
  CASE WHEN NOT s SIMILAR TO '[0-9]+' OR s IS NULL THEN 0 ELSE CAST(s AS INT) + CAST(s AS INT) END AS doubled,
  UPPER(s) AS upper_s,
  CASE WHEN p THEN UPPER(s) || UPPER(u) WHEN NOT p THEN UPPER(u) ELSE UPPER(u) || UPPER(s) END AS upper_either,
  CASE WHEN REGEXP_EXTRACT(u, '(^|&)k=([a-z]*)', 2) = 'x' THEN 'is x'
    ELSE REGEXP_EXTRACT(u, '(^|&)k=([a-z]*)', 2) END AS extracted,
  CASE WHEN 1.5 * a > 3 THEN 1.5 * a WHEN p THEN 1.5 * b ELSE 2.5 * b END AS chosen,
  1.5 * b AS again
FROM t
WHERE UPPER(s) <> 'NO' OR REGEXP_EXTRACT(u, '(^|&)k=([a-z]*)', 2) IS NOT NULL OR 1.5 * a > 100;
