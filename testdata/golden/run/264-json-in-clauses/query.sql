-- JSON functions in WHERE, GROUP BY, CASE and as arguments of other functions
CREATE TABLE t (
  j STRING
) WITH (
  'connector' = 'filesystem',
  'path' = '${DIR}/in/t.json',
  'format' = 'json'
);
CREATE TABLE r (
  kind STRING,
  n BIGINT,
  total INT,
  label STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO r
SELECT JSON_VALUE(j, '$.kind') AS kind, COUNT(*) AS n,
  SUM(JSON_VALUE(j, 'lax $.n' RETURNING INTEGER DEFAULT 0 ON EMPTY)) AS total,
  MAX(CASE WHEN JSON_EXISTS(j, '$.tags[0]') THEN UPPER(JSON_VALUE(j, '$.tags[0]')) ELSE '-' END) AS label
FROM t
WHERE j IS JSON OBJECT AND COALESCE(JSON_VALUE(j, '$.skip'), '') <> 'true'
GROUP BY JSON_VALUE(j, '$.kind')
HAVING COUNT(*) > 0;
